import { Trans, useLingui } from '@lingui/react/macro'
import { Field, FieldError } from '@/design/Field'
import { BadgePicker } from './BadgePicker'
import type { FieldsProps } from './draft'
import { daysOf } from './draft'
import { errorAt } from './problems'

/** A badge that follows by itself from being there. */
export function BadgeFields({ draft, offer, problems, change }: FieldsProps) {
  const { t } = useLingui()
  const meetings = daysOf(draft).length
  const chosen = offer.badges.find(({ id }) => id === draft.achievementId)
  return (
    <details className="plan-part" open={Boolean(draft.achievementId) || undefined}>
      <summary>
        <span>
          <Trans>Badge for being there</Trans>
        </span>
        <span className="quiet">{chosen ? chosen.name : <Trans>none</Trans>}</span>
      </summary>
      <div className="stack">
        <BadgePicker
          legend={<Trans>Whoever is ticked gets it at once</Trans>}
          badges={offer.badges}
          value={draft.achievementId}
          onChange={achievementId => change({ achievementId })}
        />
        {draft.achievementId && (meetings > 1 || Number(draft.badgeCount) > 1) && (
          <Field
            label={t`After how many meetings of the series`}
            type="number"
            inputMode="numeric"
            min={1}
            max={Math.max(meetings, 1)}
            value={draft.badgeCount}
            onChange={event => change({ badgeCount: event.target.value })}
          />
        )}
        <FieldError message={errorAt(problems, 'badge')} />
      </div>
    </details>
  )
}
