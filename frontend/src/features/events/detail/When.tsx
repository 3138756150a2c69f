import { Trans } from '@lingui/react/macro'
import { DayLeaf } from '@/design/DayLeaf'
import { daysAgo } from '@/i18n/dates'
import type { EventInFull } from '../event'
import { leafDay, leafMonth, nearness, timeSpan, weekdayAndDay } from '../moments'
import { Standing } from '../Standing'

/** The day on a calendar leaf, the hours, and how the person stands to it. */
export function When({ event: { card }, now }: { event: EventInFull; now: Date }) {
  const when = nearness(card, now)
  return (
    <div className="card event-when">
      <DayLeaf
        day={leafDay(card.startsAt)}
        month={leafMonth(card.startsAt)}
        dateTime={card.startsAt}
        over={when === 'over' || card.cancelled}
      />
      <div className="grow stack stack-tight">
        <p>
          <strong>{weekdayAndDay(card.startsAt)}</strong>
          <br />
          {timeSpan(card.startsAt, card.endsAt)}{' '}
          <span className="quiet">
            ·{' '}
            {when === 'now' ? (
              <Trans>goes on now</Trans>
            ) : when === 'over' ? (
              <Trans>is over</Trans>
            ) : (
              daysAgo(card.startsAt, now)
            )}
          </span>
        </p>
        <p className="row">
          <Standing event={card} />
        </p>
      </div>
    </div>
  )
}
