import { Plural, Trans } from '@lingui/react/macro'
import { Accessibility, CalendarClock, MapPin, Ticket, UsersRound, Video } from 'lucide-react'
import type { ReactNode } from 'react'
import { type EventInFull, placeLine } from '../event'
import { shortDay } from '../moments'

/** Where, who may come, how many places: each with an icon and a word. */
export function Facts({ event }: { event: EventInFull }) {
  const { card } = event
  const place = placeLine(card)
  const others = event.seriesDates.length
  return (
    <dl className="card event-facts">
      {(place || card.form !== 'online') && (
        <Fact icon={<MapPin />} name={<Trans>Where</Trans>}>
          {place ? (
            <>
              {place}
              {event.address && <span className="quiet block">{event.address}</span>}
            </>
          ) : (
            <Trans>Ask the person who leads the group</Trans>
          )}
        </Fact>
      )}
      {card.form !== 'in_person' && (
        <Fact icon={<Video />} name={<Trans>Online</Trans>}>
          {event.onlineUrl ? (
            <a href={event.onlineUrl} rel="noreferrer noopener" target="_blank">
              {event.onlineUrl}
            </a>
          ) : (
            <Trans>The link is shown to those who are going</Trans>
          )}
        </Fact>
      )}
      {event.accessibility.length > 0 && (
        <Fact icon={<Accessibility />} name={<Trans>Accessibility</Trans>}>
          <ul className="event-plain-list">
            {event.accessibility.map(({ code, label }) => (
              <li key={code}>{label}</li>
            ))}
          </ul>
        </Fact>
      )}
      <Fact icon={<UsersRound />} name={<Trans>For whom</Trans>}>
        <ForWhom event={event} />
        <span className="quiet block">
          {card.kindLabel} · {card.organiser}
        </span>
      </Fact>
      {event.signUp === 'open' && (
        <Fact icon={<Ticket />} name={<Trans>Places</Trans>}>
          <Places event={event} />
        </Fact>
      )}
      {others > 1 && (
        <Fact icon={<CalendarClock />} name={<Trans>Series</Trans>}>
          <details>
            <summary>
              <Plural value={others} one="# meeting" other="# meetings" />
            </summary>
            <ul className="event-plain-list">
              {event.seriesDates.map(date => (
                <li key={date}>{shortDay(date)}</li>
              ))}
            </ul>
          </details>
        </Fact>
      )}
    </dl>
  )
}

function Fact(props: { icon: ReactNode; name: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>
        <span aria-hidden="true">{props.icon}</span>
        {props.name}
      </dt>
      <dd>{props.children}</dd>
    </div>
  )
}

function ForWhom({ event: { card, ageMin, ageMax } }: { event: EventInFull }) {
  return (
    <>
      {card.visibility === 'public' ? (
        <Trans>Everybody</Trans>
      ) : card.visibility === 'group' ? (
        <Trans>The group only</Trans>
      ) : (
        <Trans>Invited people and groups</Trans>
      )}
      {ageMin !== null && ageMax !== null ? (
        <>
          {', '}
          <Trans>
            aged {ageMin}–{ageMax}
          </Trans>
        </>
      ) : ageMin !== null ? (
        <>
          {', '}
          <Trans>from the age of {ageMin}</Trans>
        </>
      ) : (
        ageMax !== null && (
          <>
            {', '}
            <Trans>up to the age of {ageMax}</Trans>
          </>
        )
      )}
    </>
  )
}

function Places({ event: { card, placesLeft, waiting } }: { event: EventInFull }) {
  if (placesLeft === null)
    return <Plural value={card.going} one="# person is going" other="# people are going" />
  return (
    <>
      {placesLeft > 0 ? (
        <Plural value={placesLeft} one="# place left" other="# places left" />
      ) : (
        <Trans>No places left</Trans>
      )}
      {waiting > 0 && (
        <>
          {', '}
          <Plural value={waiting} one="# person is waiting" other="# people are waiting" />
        </>
      )}
    </>
  )
}
