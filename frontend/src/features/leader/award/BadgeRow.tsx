import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { useId, useState } from 'react'
import { Button, ButtonLink } from '@/design/Button'
import { classNames } from '@/design/classNames'
import { useChosenInSight } from '@/design/useChosenInSight'
import type { BadgeChoice } from './recognise'

/** More than this many and the row can be opened into a grid. */
const IN_A_ROW = 4

type BadgeRowProps = {
  groupId: string
  badges: readonly BadgeChoice[]
  value: string | null
  onChange: (id: string) => void
}

/** Which badge? Those given lately stand first; the row scrolls sideways or opens into a grid. */
export function BadgeRow({ groupId, badges, value, onChange }: BadgeRowProps) {
  const { t } = useLingui()
  const name = useId()
  const [open, setOpen] = useState(false)
  const row = useChosenInSight(value, open)
  return (
    <section className="stack stack-tight" aria-labelledby={`${name}-title`}>
      <div className="row spread badge-ways">
        <h2 id={`${name}-title`}>
          <Trans>Which badge?</Trans>
        </h2>
        <div className="row">
          {badges.length > IN_A_ROW && (
            <Button look="plain" aria-expanded={open} onClick={() => setOpen(!open)}>
              {open ? <Trans>Fewer</Trans> : <Plural value={badges.length} one="All (#)" other="All (#)" />}
            </Button>
          )}
          <ButtonLink to={`/lead/${groupId}/badges/new`} look="plain">
            <Plus aria-hidden="true" size={20} />
            <Trans>New badge</Trans>
          </ButtonLink>
        </div>
      </div>
      <div
        ref={row}
        role="radiogroup"
        aria-label={t`Which badge?`}
        className={classNames('medal-row', open && 'medal-row-open')}
      >
        {badges.map(badge => (
          <label className="medal-pick" key={badge.id}>
            <input
              type="radio"
              className="hidden-visually"
              name={name}
              checked={badge.id === value}
              onChange={() => onChange(badge.id)}
            />
            <img src={badge.art.svgUrl} alt="" width={88} height={88} decoding="async" />
            <span>{badge.name}</span>
          </label>
        ))}
      </div>
    </section>
  )
}
