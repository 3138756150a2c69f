import { Trans, useLingui } from '@lingui/react/macro'
import { CalendarPlus } from 'lucide-react'
import { useRead } from '@/api/useRead'
import { ButtonLink } from '@/design/Button'
import { EmptyState, ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { LiveDot } from '@/live/LiveDot'
import { GroupEvents } from './documents'
import { EventList } from './EventList'
import { EventRow } from './EventRow'
import { planningGroups } from './event'
import { useMinute } from './useMinute'

/** The events of one class or club: what comes, and what has been. */
export default function GroupEventsScreen({ groupId }: { groupId: string }) {
  const { t } = useLingui()
  const now = useMinute()
  const { data, loading, failed, reload } = useRead(GroupEvents, { groupId })
  const group = data?.me?.groups.find(({ id }) => id === groupId)
  const plans = planningGroups(data?.me?.groups).some(({ id }) => id === groupId)
  const coming = data?.coming?.items ?? []
  const past = data?.past?.items ?? []
  const action = plans && (
    <>
      <ButtonLink to={`/events/now/${groupId}`} look="quiet">
        <Trans>Meeting now</Trans>
      </ButtonLink>
      <ButtonLink to={`/events/new/${groupId}`}>
        <CalendarPlus aria-hidden="true" size={20} />
        <Trans>Plan</Trans>
      </ButtonLink>
    </>
  )
  return (
    <Screen
      title={group ? t`Events: ${group.name}` : t`Events`}
      back="/events"
      aside={<LiveDot />}
      action={action}
    >
      {loading && <Skeleton rows={4} />}
      {(failed || data?.coming === null) && (
        <ErrorState title={<Trans>The events could not be read</Trans>} onRetry={reload}>
          <Trans>Nothing is lost. Look again in a moment.</Trans>
        </ErrorState>
      )}
      {data?.coming && coming.length === 0 && (
        <EmptyState title={<Trans>Nothing is planned</Trans>}>
          <Trans>What is planned for this group will stand here.</Trans>
        </EmptyState>
      )}
      <EventList events={coming} now={now} listOf={groupId} />
      {past.length > 0 && (
        <details className="stack stack-tight">
          <summary>
            <Trans>Past events</Trans>
          </summary>
          <ul className="card list event-list">
            {past.map(event => (
              <EventRow key={event.id} event={event} over listOf={groupId} />
            ))}
          </ul>
        </details>
      )}
    </Screen>
  )
}
