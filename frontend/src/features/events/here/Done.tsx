import { Trans } from '@lingui/react/macro'
import { Check } from 'lucide-react'
import { ButtonLink } from '@/design/Button'
import type { EventInFull } from '../event'

/** Ticked: said in words, with what follows from it. */
export function Done({ event }: { event: EventInFull | null | undefined }) {
  const badge = event?.badges[0]
  return (
    <div className="here-done">
      <span className="here-mark" aria-hidden="true">
        <Check strokeWidth={3} />
      </span>
      <div role="status">
        <h2>
          <Trans>You are ticked as here</Trans>
        </h2>
        {event && <p>{event.card.title}</p>}
      </div>
      {badge && (
        <div className="card event-badge">
          <img src={badge.achievement.art.svgUrl} alt="" width={72} height={72} />
          <p>
            <strong>{badge.achievement.name}</strong>
            <span className="quiet block">{badge.line}</span>
          </p>
        </div>
      )}
      {event?.hasTeams && (
        <ButtonLink to={`/events/${event.card.id}/teams`}>
          <Trans>My team and its tasks</Trans>
        </ButtonLink>
      )}
      {event && (
        <ButtonLink to={`/events/${event.card.id}`} look="quiet">
          <Trans>To the event</Trans>
        </ButtonLink>
      )}
    </div>
  )
}
