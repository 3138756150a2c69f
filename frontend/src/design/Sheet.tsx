import { useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { IconButton } from './IconButton'

type SheetProps = {
  title: ReactNode
  open: boolean
  /** Asked to close by the cross, Escape, the back gesture or a tap beside it. */
  onClose: () => void
  children: ReactNode
  /** Buttons that stay in sight at the foot. */
  actions?: ReactNode
}

/** A native modal dialog: from below on phones, in the middle of wide screens. Focus returns to where it was. */
export function Sheet({ title, open, onClose, children, actions }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const { t } = useLingui()
  useEffect(() => {
    if (open) dialog.current?.showModal()
    else dialog.current?.close()
  }, [open])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself; this is the tap beside it.
    <dialog
      ref={dialog}
      className="sheet"
      aria-labelledby={titleId}
      onCancel={event => {
        if (event.target !== event.currentTarget) return
        event.preventDefault()
        onClose()
      }}
      onClick={event => event.target === event.currentTarget && onClose()}
    >
      {open && (
        <>
          <header className="sheet-head">
            <h2 id={titleId}>{title}</h2>
            <IconButton icon={X} label={t`Close`} onClick={onClose} />
          </header>
          <div className="sheet-body stack">{children}</div>
          {actions && <footer className="sheet-foot">{actions}</footer>}
        </>
      )}
    </dialog>
  )
}
