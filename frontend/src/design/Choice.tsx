import { type ReactNode, useId } from 'react'

export type Option<Value extends string> = {
  value: Value
  label: ReactNode
  note?: ReactNode
  disabled?: boolean
}

type ChoiceProps<Value extends string> = {
  legend: ReactNode
  options: readonly Option<Value>[]
  value: Value | null
  onChange: (value: Value) => void
}

/** One of several, each with room for a sentence; the whole card is the target. */
export function RadioCards<Value extends string>({ legend, options, value, onChange }: ChoiceProps<Value>) {
  const name = useId()
  return (
    <fieldset className="choices">
      <legend>{legend}</legend>
      {options.map(option => (
        <label className="choice" key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={option.disabled ?? false}
            onChange={() => onChange(option.value)}
          />
          <span>
            <strong>{option.label}</strong>
            {option.note && <small>{option.note}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** Two or three views of the same thing, such as list and matrix. */
export function Segmented<Value extends string>({ legend, options, value, onChange }: ChoiceProps<Value>) {
  const name = useId()
  return (
    <fieldset>
      <legend className="hidden-visually">{legend}</legend>
      <div className="segments">
        {options.map(option => (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

type CheckRowProps = {
  checked: boolean
  onChange: (checked: boolean) => void
  children: ReactNode
  note?: ReactNode
  /** Stands at the end of the row, for example a State. */
  end?: ReactNode
}

export function CheckRow({ checked, onChange, children, note, end }: CheckRowProps) {
  return (
    <label className="check-row">
      <input type="checkbox" checked={checked} onChange={event => onChange(event.target.checked)} />
      <span className="grow">
        {children}
        {note && <small>{note}</small>}
      </span>
      {end}
    </label>
  )
}
