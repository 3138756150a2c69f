import { Trans } from '@lingui/react/macro'
import { useId } from 'react'
import type { FormOffer } from './draft'

type BadgePickerProps = {
  legend: React.ReactNode
  badges: FormOffer['badges']
  value: string
  onChange: (achievementId: string) => void
}

/** Medals to choose from; "none" is a choice like the others. */
export function BadgePicker({ legend, badges, value, onChange }: BadgePickerProps) {
  const name = useId()
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
        {badges.map(badge => (
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
    </fieldset>
  )
}
