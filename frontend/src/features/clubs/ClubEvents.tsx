import { Trans } from '@lingui/react/macro'
import { Link } from '@/design/Link'
import { clock, daysAgo } from '@/i18n/dates'
import type { Club } from './club'

/** The next meetings; each leads to its own screen. */
export function ClubEvents({ club }: { club: Club }) {
  const { card, events } = club
  return (
    <section className="stack stack-tight" aria-labelledby="club-events">
      <div className="row spread">
        <h2 id="club-events">
          <Trans>Meetings</Trans>
        </h2>
        <Link to={`/events/group/${card.groupId}`}>
          <Trans>All</Trans>
        </Link>
      </div>
      {events.length === 0 ? (
        <p className="quiet">
          <Trans>Nothing is planned just now.</Trans>
        </p>
      ) : (
        <ul className="card list club-ways">
          {events.map(event => (
            <li key={event.id}>
              <Link to={`/events/${event.id}`} className="list-row club-way">
                <span className="grow">
                  <strong>{event.title}</strong>
                  <span className="quiet">
                    {daysAgo(event.startsAt)}, {clock(event.startsAt)}
                    {event.placeName && ` · ${event.placeName}`}
                    {event.cancelled && (
                      <>
                        {' · '}
                        <Trans>cancelled</Trans>
                      </>
                    )}
                  </span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
