import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { ArrowUp } from 'lucide-react'
import { useState } from 'react'
import { CheckRow } from '@/design/Choice'
import { IconButton } from '@/design/IconButton'
import { earlier, type Presentation, toggled } from './presentation'
import type { Editing } from './usePresentation'

type Badge = Presentation['choices'][number]
/** Behind everything that is chosen. */
const ALL = 1000

type PartProps = { page: Presentation; editing: Editing }

/** Which badges stand on the page, in which order, and with which work. */
export function ChooseBadges({ page, editing }: PartProps) {
  const { t } = useLingui()
  const chosen = page.choices.filter(badge => badge.chosen).map(({ id }) => id)
  // Rows do not jump under the finger: their order stays until the screen is opened again.
  const [order] = useState(() => new Map(page.choices.map(({ id }, at) => [id, at])))
  const rows = [...page.choices].sort((one, other) => (order.get(one.id) ?? 0) - (order.get(other.id) ?? 0))

  function choose(badgeIds: string[]): void {
    const places = new Map(badgeIds.map((id, at) => [id, at]))
    const choices = page.choices
      .map(badge => ({ ...badge, chosen: places.has(badge.id) }))
      .sort((one, other) => (places.get(one.id) ?? ALL) - (places.get(other.id) ?? ALL))
    void editing.change({ badgeIds }, { choices })
  }

  return (
    <details className="card presentation-part" open>
      <summary>
        <h2>
          <Plural value={chosen.length} one="# badge" other="# badges" />
        </h2>
      </summary>
      {rows.length === 0 && (
        <p className="quiet">
          <Trans>
            Your signed badges will stand here. A new badge is signed ten minutes after the award.
          </Trans>
        </p>
      )}
      <ul className="list">
        {rows.map(badge => (
          <li key={badge.id} className="presentation-choice">
            <div className="list-row">
              <CheckRow
                checked={chosen.includes(badge.id)}
                onChange={on => choose(toggled(chosen, badge.id, on))}
                note={badge.issuerName}
                end={<img src={badge.art.svgUrl} alt="" width="40" height="40" />}
              >
                {badge.name}
              </CheckRow>
              {chosen.indexOf(badge.id) > 0 && (
                <IconButton
                  icon={ArrowUp}
                  label={t`Show ${badge.name} earlier`}
                  onClick={() => choose(earlier(chosen, badge.id))}
                />
              )}
            </div>
            {chosen.includes(badge.id) && <ChooseWork badge={badge} page={page} editing={editing} />}
          </li>
        ))}
      </ul>
    </details>
  )
}

function ChooseWork({ badge, page, editing }: PartProps & { badge: Badge }) {
  const { t } = useLingui()
  const all = page.choices.flatMap(({ work }) => work)
  const chosen = [...new Set(all.filter(piece => piece.chosen).map(({ id }) => id))]

  function choose(evidenceIds: string[]): void {
    const choices = page.choices.map(one => ({
      ...one,
      work: one.work.map(piece => ({ ...piece, chosen: evidenceIds.includes(piece.id) })),
    }))
    void editing.change({ evidenceIds }, { choices })
  }

  if (badge.work.length === 0) return null
  return (
    <fieldset className="presentation-work">
      <legend className="quiet">
        <Trans>My work for it</Trans>
      </legend>
      {badge.work.map(piece => (
        <CheckRow
          key={piece.id}
          checked={piece.chosen}
          onChange={on => choose(toggled(chosen, piece.id, on))}
          note={piece.glimpse}
        >
          {t`Show it: ${piece.kindLabel}`}
        </CheckRow>
      ))}
    </fieldset>
  )
}
