import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { ArrowUp } from 'lucide-react'
import { useState } from 'react'
import { CheckRow } from '@/design/Choice'
import { IconButton } from '@/design/IconButton'
import { earlier, type Presentation, toggled } from './presentation'
import type { Editing } from './usePresentation'

type Badge = Presentation['choices'][number]
type PartProps = { page: Presentation; editing: Editing }

/** Which badges stand on the page, in which order, and with which work. */
export function ChooseBadges({ page, editing }: PartProps) {
  const { t } = useLingui()
  const kept = page.choices.filter(({ chosen }) => chosen).map(({ id }) => id)
  // What was tapped shows at once; the order of the list stays until the screen is opened again.
  const [order] = useState(() => page.choices.map(({ id }) => id))
  const [tapped, setTapped] = useState<readonly string[]>()
  const chosen = tapped ?? kept
  const places = new Map(order.map((id, at) => [id, at]))
  const rows = [...page.choices].sort((one, other) => (places.get(one.id) ?? 0) - (places.get(other.id) ?? 0))

  async function choose(badgeIds: string[]): Promise<void> {
    setTapped(badgeIds)
    if (!(await editing.change({ badgeIds }))) setTapped(undefined)
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
                onChange={on => void choose(toggled(chosen, badge.id, on))}
                note={badge.issuerName}
                end={<img src={badge.art.svgUrl} alt="" width="40" height="40" />}
              >
                {badge.name}
              </CheckRow>
              {chosen.indexOf(badge.id) > 0 && (
                <IconButton
                  icon={ArrowUp}
                  label={t`Show ${badge.name} earlier`}
                  onClick={() => void choose(earlier(chosen, badge.id))}
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
          onChange={on => void editing.change({ evidenceIds: toggled(chosen, piece.id, on) })}
          note={piece.glimpse}
        >
          {t`Show it: ${piece.kindLabel}`}
        </CheckRow>
      ))}
    </fieldset>
  )
}
