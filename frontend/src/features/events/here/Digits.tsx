import { Trans } from '@lingui/react/macro'
import { useId } from 'react'
import { FieldError } from '@/design/Field'

type DigitsProps = {
  value: string
  busy: boolean
  error: string | undefined
  onChange: (digits: string) => void
}

/** One field in four places: it is sent by itself when it is full. */
export function Digits({ value, busy, error, onChange }: DigitsProps) {
  const id = useId()
  return (
    <div className="digits">
      <label htmlFor={id}>
        <Trans>Four digits from the screen</Trans>
      </label>
      <div className="digit-places">
        <input
          id={id}
          value={value}
          onChange={change => onChange(change.target.value.replace(/\D/g, '').slice(0, 4))}
          inputMode="numeric"
          autoComplete="one-time-code"
          // biome-ignore lint/a11y/noAutofocus: typing them is the one thing to do on this screen.
          autoFocus
          aria-describedby={`${id}-error`}
          aria-invalid={Boolean(error)}
          readOnly={busy}
        />
        {[0, 1, 2, 3].map(place => (
          <span key={place} aria-hidden="true" data-full={place < value.length || undefined}>
            {value[place] ?? ''}
          </span>
        ))}
      </div>
      <FieldError id={`${id}-error`} message={error} />
    </div>
  )
}
