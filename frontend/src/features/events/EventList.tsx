import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { ButtonLink } from '@/design/Button'
import { Card } from '@/design/Card'
import { EventRow } from './EventRow'
import { type EventInBrief, placeLine } from './event'
import { nearness, timeSpan, type When } from './moments'
import { Standing } from './Standing'

const HEADINGS: { when: When; title: ReactNode }[] = [
  { when: 'today', title: <Trans>Today</Trans> },
  { when: 'week', title: <Trans>In the next seven days</Trans> },
  { when: 'later', title: <Trans>Later</Trans> },
  { when: 'over', title: <Trans>Over</Trans> },
]

type EventListProps = { events: readonly EventInBrief[]; now: Date; listOf?: string }

/** What goes on now stands first with its one action; the rest by nearness. */
export function EventList({ events, now, listOf }: EventListProps) {
  const standing = events.map(event => ({ event, when: event.checkInOpen ? 'now' : nearness(event, now) }))
  const going = standing.filter(({ when, event }) => when === 'now' && !event.cancelled)
  const others = HEADINGS.map(({ when, title }) => ({
    when,
    title,
    events: standing.filter(one => (one.when === when && !going.includes(one)) || isStray(one, when)),
  }))
  return (
    <>
      {going.map(({ event }) => (
        <NowCard key={event.id} event={event} />
      ))}
      {others
        .filter(part => part.events.length > 0)
        .map(part => (
          <section key={part.when} className="stack stack-tight" aria-labelledby={`events-${part.when}`}>
            <h2 id={`events-${part.when}`}>{part.title}</h2>
            <ul className="card list event-list">
              {part.events.map(({ event }) => (
                <EventRow key={event.id} event={event} over={part.when === 'over'} listOf={listOf} />
              ))}
            </ul>
          </section>
        ))}
    </>
  )
}

/** A cancelled event whose hour has come stands with today's. */
const isStray = ({ when, event }: { when: string; event: EventInBrief }, heading: When) =>
  heading === 'today' && when === 'now' && event.cancelled

function NowCard({ event }: { event: EventInBrief }) {
  const place = placeLine(event)
  return (
    <Card tone="next" as="section" labelledBy={`now-${event.id}`}>
      <p className="next-word">
        <Trans>Now</Trans>
      </p>
      <h2 id={`now-${event.id}`}>{event.title}</h2>
      <p>
        {timeSpan(event.startsAt, event.endsAt)}
        {place && ` · ${place}`}
      </p>
      <p className="row">
        <Standing event={event} />
      </p>
      <div className="row">
        {event.mayManage ? (
          <ButtonLink to={`/events/${event.id}/door`}>
            <Trans>Who is here</Trans>
          </ButtonLink>
        ) : (
          event.checkInOpen &&
          !event.attended && (
            <ButtonLink to={`/events/${event.id}/here`}>
              <Trans>I am here</Trans>
            </ButtonLink>
          )
        )}
        <ButtonLink to={`/events/${event.id}`} look="quiet">
          <Trans>Details</Trans>
        </ButtonLink>
      </div>
    </Card>
  )
}
