import { Trans, useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'
import { Button } from './Button'
import { IconButton } from './IconButton'

export type ToastMessage = {
  text: ReactNode
  /** "Undo" instead of "are you sure?". The toast stays until it is used or closed: nobody is timed. */
  undo?: () => void
}

type Shown = ToastMessage & { id: number }
const ToastContext = createContext<(message: ToastMessage) => void>(() => {})

/** `const say = useToast(); say({ text, undo })`. A toast without an undo leaves by itself after six seconds. */
export const useToast = () => useContext(ToastContext)

let nextId = 1

export function ToastRegion({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Shown[]>([])
  const { t } = useLingui()
  const close = useCallback((id: number) => setShown(all => all.filter(toast => toast.id !== id)), [])
  const say = useCallback(
    (message: ToastMessage) => {
      const id = nextId++
      setShown(all => [...all.slice(-1), { ...message, id }])
      if (!message.undo) window.setTimeout(() => close(id), 6000)
    },
    [close],
  )
  const toasts = useMemo(
    () =>
      shown.map(({ id, text, undo }) => (
        <div className="toast" key={id}>
          <p>{text}</p>
          {undo && (
            <Button
              look="plain"
              onClick={() => {
                close(id)
                undo()
              }}
            >
              <Trans>Undo</Trans>
            </Button>
          )}
          <IconButton icon={X} label={t`Close`} onClick={() => close(id)} />
        </div>
      )),
    [shown, close, t],
  )
  return (
    <ToastContext value={say}>
      {children}
      <div className="toasts" role="status">
        {toasts}
      </div>
    </ToastContext>
  )
}
