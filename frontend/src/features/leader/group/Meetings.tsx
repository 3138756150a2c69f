import { Trans } from '@lingui/react/macro'
import { CalendarPlus } from 'lucide-react'
import { ButtonLink } from '@/design/Button'
import { Link } from '@/design/Link'
import { clock, dayAndMonth } from '@/i18n/dates'
import type { ClubInFull, ClubMeeting } from './club'

const SHOWN = 3

/** What comes next; while one goes on, the list at the door is one tap away. */
export function Meetings({ club }: { club: ClubInFull }) {
  const { events, card } = club
  return (
    <section className="stack stack-tight" aria-labelledby="meetings">
      <div className="row spread">
        <h2 id="meetings">
          <Trans>Next meetings</Trans>
        </h2>
        {events.length > SHOWN && (
          <Link to={`/events/group/${card.groupId}`}>
            <Trans>All</Trans>
          </Link>
        )}
      </div>
      {events.length > 0 ? (
        <ul className="card list">
          {events.slice(0, SHOWN).map(event => (
            <Meeting key={event.id} event={event} />
          ))}
        </ul>
      ) : (
        <p className="quiet">
          <Trans>
            Nothing is planned. With a meeting you can check people in, and award who is here in two taps.
          </Trans>
        </p>
      )}
      {club.mayLead && (
        <div className="row">
          <ButtonLink to={`/events/now/${card.groupId}`} look="quiet">
            <Trans>We meet now</Trans>
          </ButtonLink>
          <ButtonLink to={`/events/new/${card.groupId}`} look="plain">
            <CalendarPlus aria-hidden="true" size={20} />
            <Trans>Plan a meeting</Trans>
          </ButtonLink>
        </div>
      )}
    </section>
  )
}

function Meeting({ event }: { event: ClubMeeting }) {
  const where = event.placeName || event.town
  return (
    <li>
      <Link
        to={event.checkInOpen ? `/events/${event.id}/door` : `/events/${event.id}`}
        className="list-row row-way"
      >
        <span className="grow">
          <strong>{event.title}</strong>
          <small className="quiet">
            {event.cancelled && (
              <>
                <Trans>Cancelled</Trans>
                {' · '}
              </>
            )}
            {dayAndMonth(event.startsAt)}, {clock(event.startsAt)}
            {where && ` · ${where}`}
          </small>
        </span>
        {event.checkInOpen && (
          <span className="state state-current">
            <Trans>Check in</Trans>
          </span>
        )}
      </Link>
    </li>
  )
}
