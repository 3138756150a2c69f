import { Trans, useLingui } from '@lingui/react/macro'
import { useRead } from '@/api/useRead'
import { ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { LiveDot } from '@/live/LiveDot'
import { EventScreenDocument } from '../documents'
import type { EventInFull } from '../event'
import { useMinute } from '../useMinute'
import { BadgesToEarn } from './BadgesToEarn'
import { Cancelled } from './Cancelled'
import { Facts } from './Facts'
import { LateClaim } from './LateClaim'
import { ManageLinks } from './ManageLinks'
import { MoreWays } from './MoreWays'
import { NextAct } from './NextAct'
import { useNewsOf } from './useNewsOf'
import { When } from './When'

/** One event: what, when, where, and the one thing this person can do about it now. */
export default function EventScreen({ eventId }: { eventId: string }) {
  const { t } = useLingui()
  const { data, loading, failed, reload } = useRead(EventScreenDocument, { id: eventId })
  const event = data?.event
  useNewsOf(event)
  return (
    <Screen
      title={event?.card.title ?? t`Event`}
      back="/events"
      aside={<LiveDot />}
      action={event && <NextAct event={event} />}
    >
      {loading && <Skeleton rows={4} />}
      {(failed || data?.event === null) && (
        <ErrorState title={<Trans>This event could not be opened</Trans>} onRetry={reload}>
          <Trans>Either the network is away, or the event is not meant for you.</Trans>
        </ErrorState>
      )}
      {event && <Content event={event} />}
    </Screen>
  )
}

function Content({ event }: { event: EventInFull }) {
  const now = useMinute()
  return (
    <>
      <Cancelled event={event} />
      <When event={event} now={now} />
      <Facts event={event} />
      <BadgesToEarn badges={event.badges} />
      {event.description && (
        <section className="stack stack-tight" aria-labelledby="about">
          <h2 id="about">
            <Trans>What it is about</Trans>
          </h2>
          <p className="event-text">{event.description}</p>
        </section>
      )}
      <LateClaim event={event} />
      {event.card.mayManage && <ManageLinks event={event} />}
      <MoreWays event={event} />
    </>
  )
}
