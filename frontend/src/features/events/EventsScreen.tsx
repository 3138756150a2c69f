import { Trans, useLingui } from '@lingui/react/macro'
import { CalendarPlus, CalendarSync, MapPinned, QrCode } from 'lucide-react'
import { useRead } from '@/api/useRead'
import { ButtonLink } from '@/design/Button'
import { EmptyState, ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { LiveDot } from '@/live/LiveDot'
import { MyEvents } from './documents'
import { EventList } from './EventList'
import { planningGroups } from './event'
import { useMinute } from './useMinute'

/** Everything that concerns the person: their groups' events and those they signed up for, the next first. */
export function EventsScreen() {
  const { t } = useLingui()
  const now = useMinute()
  const { data, loading, failed, reload } = useRead(MyEvents)
  const events = data?.myEvents.items
  const plans = planningGroups(data?.me?.groups).length > 0
  const action = data && (
    <>
      <ButtonLink to="/events/code" look="quiet">
        <QrCode aria-hidden="true" size={20} />
        <Trans>My code</Trans>
      </ButtonLink>
      {plans && (
        <ButtonLink to="/events/new">
          <CalendarPlus aria-hidden="true" size={20} />
          <Trans>Plan</Trans>
        </ButtonLink>
      )}
    </>
  )
  return (
    <Screen title={t`Events`} aside={<LiveDot />} action={action}>
      {loading && <Skeleton rows={4} />}
      {failed && (
        <ErrorState title={<Trans>The events could not be read</Trans>} onRetry={reload}>
          <Trans>Nothing is lost. Look again in a moment.</Trans>
        </ErrorState>
      )}
      {plans && <NowLink />}
      {events?.length === 0 && (
        <EmptyState title={<Trans>Nothing is planned</Trans>}>
          {plans ? (
            <Trans>
              Plan a meeting of your class or club. Whoever comes is ticked at the door, and a badge can
              follow by itself.
            </Trans>
          ) : (
            <Trans>Events of your class and clubs will stand here, and those you sign up for.</Trans>
          )}
        </EmptyState>
      )}
      {events && events.length > 0 && <EventList events={events} now={now} />}
      {data && (
        <a href="/calendar/" className="card card-link find-events">
          <CalendarSync aria-hidden="true" />
          <span>
            <strong>
              <Trans>Events in my own calendar</Trans>
            </strong>
            <span className="quiet">
              <Trans>They stand in your phone’s calendar and stay up to date.</Trans>
            </span>
          </span>
        </a>
      )}
      {data && (
        <a href="/events/" className="card card-link find-events">
          <MapPinned aria-hidden="true" />
          <span>
            <strong>
              <Trans>Find events near you</Trans>
            </strong>
            <span className="quiet">
              <Trans>Public events in the whole country, as a list and on a map.</Trans>
            </span>
          </span>
        </a>
      )}
    </Screen>
  )
}

function NowLink() {
  return (
    <ButtonLink to="/events/now" look="quiet">
      <Trans>Meeting now, with check-in</Trans>
    </ButtonLink>
  )
}
