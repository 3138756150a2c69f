import { Trans } from '@lingui/react/macro'
import { type ReactNode, useId, useState } from 'react'
import { Button } from './Button'
import { classNames } from './classNames'
import { useChosenInSight } from './useChosenInSight'
import './picker.css'

/** More than this many and the row can be opened into a grid. */
const IN_A_ROW = 14

type PickerRowProps = {
  legend: string
  options: readonly { code: string; label: string }[]
  value: string
  onChange: (code: string) => void
  draw: (code: string) => ReactNode
}

/**
 * One row of a designer. The radios inside are native: arrow keys walk them, the focused one scrolls into sight,
 * and the words of each are read aloud.
 */
export function PickerRow({ legend, options, value, onChange, draw }: PickerRowProps) {
  const name = useId()
  const [open, setOpen] = useState(false)
  const row = useChosenInSight(value, open)
  const chosen = options.find(({ code }) => code === value)
  return (
    <div className="picker">
      <div className="row spread">
        <p id={`${name}-legend`}>
          <strong>{legend}</strong> <span className="quiet">{chosen?.label}</span>
        </p>
        {options.length > IN_A_ROW && (
          <Button look="plain" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? <Trans>Fewer</Trans> : <Trans>Show all</Trans>}
          </Button>
        )}
      </div>
      <div
        ref={row}
        role="radiogroup"
        aria-labelledby={`${name}-legend`}
        className={classNames('picker-row', open && 'picker-row-open')}
      >
        {options.map(({ code, label }) => (
          <label className="pick" key={code} title={label}>
            <input
              type="radio"
              className="pick-input"
              name={name}
              checked={code === value}
              aria-label={label}
              onChange={() => onChange(code)}
            />
            {draw(code)}
          </label>
        ))}
      </div>
    </div>
  )
}
