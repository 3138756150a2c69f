import { Plural, Trans } from '@lingui/react/macro'
import { type ReactNode, useId, useState } from 'react'
import { Button } from '@/design/Button'
import type { FormOffer } from './draft'

type BadgePickerProps = {
  legend: ReactNode
  badges: FormOffer['badges']
  value: string
  onChange: (achievementId: string) => void
}

/** As many as a phone shows without scrolling far; the list begins with those given lately. */
const FIRST = 5

/** Medals to choose from; "none" is a choice like the others. */
export function BadgePicker({ legend, badges, value, onChange }: BadgePickerProps) {
  const name = useId()
  const [all, setAll] = useState(false)
  const shown = badges.filter(({ id }, place) => all || place < FIRST || id === value)
  return (
    <fieldset className="badge-picker">
      <legend>{legend}</legend>
      <div>
        <label className="badge-choice">
          <input type="radio" name={name} checked={value === ''} onChange={() => onChange('')} />
          <span className="badge-none" aria-hidden="true" />
          <span>
            <Trans>No badge</Trans>
          </span>
        </label>
        {shown.map(badge => (
          <label key={badge.id} className="badge-choice">
            <input
              type="radio"
              name={name}
              checked={value === badge.id}
              onChange={() => onChange(badge.id)}
            />
            <img src={badge.art.svgUrl} alt="" width={64} height={64} loading="lazy" />
            <span>{badge.name}</span>
          </label>
        ))}
      </div>
      {shown.length < badges.length && (
        <Button look="quiet" onClick={() => setAll(true)}>
          <Plural value={badges.length} one="All # badges" other="All # badges" />
        </Button>
      )}
    </fieldset>
  )
}
