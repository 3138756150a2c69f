import { Trans, useLingui } from '@lingui/react/macro'
import { CalendarDays, Shapes } from 'lucide-react'
import { useLocation } from 'wouter'
import { useRead } from '@/api/useRead'
import { ButtonLink } from '@/design/Button'
import { Chip, Chips } from '@/design/Chips'
import { EmptyState, ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { LiveDot } from '@/live/LiveDot'
import { StudentHome } from '../home/documents'
import { Feed } from './Feed'

/** Clubs have screens of their own. */
const CLUB_ROLES = ['member', 'helper', 'leader']

/** What the class has done together. */
export default function FeedScreen({ groupId }: { groupId: string | undefined }) {
  const { t } = useLingui()
  const [, navigate] = useLocation()
  const { data, loading, failed, reload } = useRead(StudentHome)
  const groups = (data?.studentHome.groups ?? []).filter(({ role }) => !CLUB_ROLES.includes(role))
  const group = groups.find(({ id }) => id === groupId) ?? groups[0]
  return (
    <Screen title={group?.name ?? t`Class`} aside={<LiveDot />}>
      <div className="row board-links">
        <ButtonLink to="/events" look="quiet">
          <CalendarDays aria-hidden="true" size={20} />
          <Trans>Events</Trans>
        </ButtonLink>
        <ButtonLink to="/clubs" look="quiet">
          <Shapes aria-hidden="true" size={20} />
          <Trans>Clubs</Trans>
        </ButtonLink>
      </div>
      {loading && <Skeleton />}
      {failed && (
        <ErrorState title={<Trans>The class could not be read</Trans>} onRetry={reload}>
          <Trans>Look again in a moment.</Trans>
        </ErrorState>
      )}
      {groups.length > 1 && (
        <Chips label={t`Your classes and groups`}>
          {groups.map(({ id, name }) => (
            <Chip key={id} pressed={id === group?.id} onPress={() => navigate(`/class/${id}`)}>
              {name}
            </Chip>
          ))}
        </Chips>
      )}
      {group && <p className="quiet">{group.schoolName}</p>}
      {group && <Feed key={group.id} groupId={group.id} />}
      {data && !group && (
        <EmptyState title={<Trans>You are in no class yet</Trans>}>
          <Trans>Ask your teacher for your sign-in card; the class appears here by itself.</Trans>
        </EmptyState>
      )}
    </Screen>
  )
}
