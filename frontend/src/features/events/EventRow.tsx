import { Trans } from '@lingui/react/macro'
import { DayLeaf } from '@/design/DayLeaf'
import { Link } from '@/design/Link'
import { VisuallyHidden } from '@/design/VisuallyHidden'
import { type EventInBrief, placeLine } from './event'
import { leafDay, leafMonth, timeSpan, weekdayAndDay } from './moments'
import { Standing } from './Standing'

type EventRowProps = {
  event: EventInBrief
  over?: boolean
  /** The group whose list it is: it does not have to be named in every row. */
  listOf?: string | undefined
}

/** One line of a list of events; the whole line leads to it. */
export function EventRow({ event, over = false, listOf }: EventRowProps) {
  const place = placeLine(event)
  return (
    <li>
      <Link to={`/events/${event.id}`} className="list-row event-row">
        <DayLeaf
          day={leafDay(event.startsAt)}
          month={leafMonth(event.startsAt)}
          dateTime={event.startsAt}
          over={over || event.cancelled}
        />
        <span className="grow">
          <strong>{event.title}</strong>
          <span className="quiet">
            <VisuallyHidden>{weekdayAndDay(event.startsAt)}, </VisuallyHidden>
            {timeSpan(event.startsAt, event.endsAt)}
            {place && ` · ${place}`}
            {!place && event.form === 'online' && (
              <>
                {' · '}
                <Trans>online</Trans>
              </>
            )}
          </span>
          <span className="event-row-foot">
            <Standing event={event} />
            {event.groupId !== listOf && <span className="quiet event-organiser">{event.organiser}</span>}
          </span>
        </span>
        {event.badge && <img src={event.badge.art.svgUrl} alt={event.badge.name} className="event-thumb" />}
      </Link>
    </li>
  )
}
