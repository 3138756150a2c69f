import { Trans, useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { useReadNotices } from '@/api/notices/useReadNotices'
import { useRead } from '@/api/useRead'
import { ButtonLink } from '@/design/Button'
import { CalmLines } from '@/design/CalmLines'
import { EmptyState, ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { LiveDot } from '@/live/LiveDot'
import { NoGroup } from '../classes/NoGroup'
import { ClassCards } from './ClassCards'
import { TeacherHome } from './documents'
import { HeldRate } from './HeldRate'
import { NeedsMe } from './NeedsMe'
import { NotRecognised } from './NotRecognised'
import { RecentAwards } from './RecentAwards'
import './home.css'

/** Who needs me today stands first; classes, the last awards and the quiet reminders follow. */
export function HomeScreen() {
  const { t } = useLingui()
  const { data, loading, failed, fresh, reload } = useRead(TeacherHome)
  const readNotices = useReadNotices()
  const home = data?.teacherHome
  const mayMakeClasses = data?.me?.may.includes('create_class') ?? false
  return (
    <Screen title={t`Classes`} aside={<LiveDot />} wide>
      {loading && <Skeleton rows={4} />}
      {failed && (
        <ErrorState title={<Trans>Your classes could not be loaded</Trans>} onRetry={reload}>
          <Trans>Everything is safe. Check the network and try again.</Trans>
        </ErrorState>
      )}
      {data && <CalmLines lines={data.myNotices} onRead={readNotices} />}
      {home && home.classes.length === 0 && !mayMakeClasses && <NoGroup />}
      {home && home.classes.length === 0 && mayMakeClasses && (
        <EmptyState title={<Trans>Start with a class</Trans>} action={<NewClassLink />}>
          <Trans>
            Paste the list from the register: names become accounts, accounts become cards to print. It takes
            about a minute.
          </Trans>
        </EmptyState>
      )}
      {home && home.classes.length > 0 && (
        <div className="home-columns">
          {home.classes.some(({ led }) => led) && <NeedsMe home={home} fresh={fresh} />}
          <div className="stack">
            <ClassCards classes={home.classes} />
            {mayMakeClasses && <NewClassLink />}
            <RecentAwards awards={home.recentAwards} />
            <NotRecognised people={home.notRecognised} />
            <HeldRate rate={home.heldRate} />
          </div>
        </div>
      )}
    </Screen>
  )
}

function NewClassLink() {
  return (
    <ButtonLink to="/classes/new" look="quiet">
      <Plus aria-hidden="true" size={20} />
      <Trans>New class</Trans>
    </ButtonLink>
  )
}
