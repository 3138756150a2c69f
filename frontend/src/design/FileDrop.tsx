import { Trans } from '@lingui/react/macro'
import { FileUp } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { classNames } from './classNames'
import { FieldError } from './Field'

type FileDropProps = {
  label: ReactNode
  /** Which files, as in the `accept` attribute: ".csv,.xlsx". */
  accept: string
  hint?: ReactNode
  error?: string | undefined
  onFile: (file: File) => void
}

/** A plain file field that also takes a file dropped on it: dragging is never the only way. */
export function FileDrop({ label, accept, hint, error, onFile }: FileDropProps) {
  const id = useId()
  const [over, setOver] = useState(false)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the field inside does the same by keyboard and tap.
    <div
      className={classNames('drop', over && 'drop-over')}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        event.preventDefault()
        setOver(false)
        const file = event.dataTransfer.files[0]
        if (file) onFile(file)
      }}
    >
      <p className="field-label" id={`${id}-label`}>
        {label}
      </p>
      {hint && <p className="hint">{hint}</p>}
      <label className="button button-quiet" htmlFor={id}>
        <FileUp aria-hidden="true" size={20} />
        <span id={`${id}-action`}>
          <Trans>Choose a file</Trans>
        </span>
        <input
          id={id}
          className="hidden-visually"
          type="file"
          accept={accept}
          aria-labelledby={`${id}-label ${id}-action`}
          onChange={event => {
            const file = event.target.files?.[0]
            if (file) onFile(file)
            // The same file chosen again after a correction must count as a new choice.
            event.target.value = ''
          }}
        />
      </label>
      <FieldError message={error} />
    </div>
  )
}
