import { CircleAlert } from 'lucide-react'
import { type ComponentProps, type ReactNode, useId } from 'react'

type FieldFrameProps = {
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
  /** Characters left to write, shown when a limit exists and at least half of it is used. */
  length?: number
  limit?: number | undefined
  children: (wiring: { id: string; 'aria-describedby': string; 'aria-invalid': boolean }) => ReactNode
}

function FieldFrame({ label, hint, error, length = 0, limit, children }: FieldFrameProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({ id, 'aria-describedby': `${id}-hint ${id}-error`, 'aria-invalid': Boolean(error) })}
      <div className="field-foot">
        <FieldError id={`${id}-error`} message={error} />
        {limit !== undefined && length * 2 >= limit && (
          <span className="counter">
            {length} / {limit}
          </span>
        )}
      </div>
    </div>
  )
}

/** Stays in the page while empty, so that a message that arrives is read aloud. */
export function FieldError({ id, message }: { id?: string; message: string | undefined }) {
  return (
    <p className="field-error" id={id} aria-live="polite">
      {message && (
        <>
          <CircleAlert aria-hidden="true" />
          {message}
        </>
      )}
    </p>
  )
}

type Shared = { label: ReactNode; hint?: ReactNode; error?: string | undefined }

export function Field({ label, hint, error, ...input }: Shared & ComponentProps<'input'>) {
  const { maxLength: limit, value } = input
  return (
    <FieldFrame {...{ label, hint, error, limit }} length={String(value ?? '').length}>
      {wiring => <input className="input" {...input} {...wiring} />}
    </FieldFrame>
  )
}

export function TextArea({ label, hint, error, ...input }: Shared & ComponentProps<'textarea'>) {
  const { maxLength: limit, value } = input
  return (
    <FieldFrame {...{ label, hint, error, limit }} length={String(value ?? '').length}>
      {wiring => <textarea className="input" {...input} {...wiring} />}
    </FieldFrame>
  )
}

export function Select({ label, hint, error, ...input }: Shared & ComponentProps<'select'>) {
  return (
    <FieldFrame {...{ label, hint, error }}>
      {wiring => <select className="input" {...input} {...wiring} />}
    </FieldFrame>
  )
}
