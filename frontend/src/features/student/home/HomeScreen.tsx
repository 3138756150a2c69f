import { Trans, useLingui } from '@lingui/react/macro'
import { lazy, Suspense } from 'react'
import { useApi } from '@/api/ApiProvider'
import { useReadNotices } from '@/api/notices/useReadNotices'
import { useRead } from '@/api/useRead'
import { CalmLines } from '@/design/CalmLines'
import { Link } from '@/design/Link'
import { Medal } from '@/design/Medal'
import { EmptyState, ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { daysAgo } from '@/i18n/dates'
import { LiveDot } from '@/live/LiveDot'
import { StudentHome } from './documents'
import type { BadgeInBrief, Home } from './home'
import { NearBadges } from './NearBadges'
import { NewestBadge } from './NewestBadge'
import { NextCard } from './NextCard'
import { Together } from './Together'

// Only who is in no class or club needs it.
const MyIssuers = lazy(() => import('./MyIssuers'))

/** What to do now, then what is earned already, then what is within reach. */
export function HomeScreen() {
  const { t } = useLingui()
  const { data, loading, failed, reload } = useRead(StudentHome)
  return (
    <Screen title={t`Badges`} aside={<LiveDot />}>
      {loading && <Skeleton />}
      {failed && (
        <ErrorState title={<Trans>Your badges could not be read</Trans>} onRetry={reload}>
          <Trans>They are safe. Look again in a moment.</Trans>
        </ErrorState>
      )}
      {data && <HomeContent home={data.studentHome} />}
    </Screen>
  )
}

function HomeContent({ home }: { home: Home }) {
  const [newest, ...others] = home.latestBadges
  const readNotices = useReadNotices()
  const { nowhere } = useApi().person
  return (
    <>
      <CalmLines lines={home.notices} onRead={readNotices} />
      {nowhere && (
        <Suspense>
          <MyIssuers />
        </Suspense>
      )}
      <NextCard home={home} />
      {newest ? (
        <section className="stack" aria-labelledby="my-badges">
          <div className="row spread">
            <h2 id="my-badges">
              <Trans>My badges</Trans>
            </h2>
            <Link to="/badges">
              <Trans>All ({home.badgeCount})</Trans>
            </Link>
          </div>
          <NewestBadge badge={newest} />
          {others.length > 0 && <Grid badges={others} />}
        </section>
      ) : (
        <EmptyState title={<Trans>Your badges will be here</Trans>}>
          {home.groups.length === 0 ? (
            <Trans>
              You are in no class or club now. A badge from a letter or a printed code comes here, and you can
              join a club. Badges you earn are yours for good.
            </Trans>
          ) : home.paths.length > 0 ? (
            <Trans>
              The first one comes when your teacher accepts a step that carries a badge. It is yours for good.
            </Trans>
          ) : (
            <Trans>
              As soon as your teacher gives your class a path, you will see your first step here. Badges you
              earn are yours for good.
            </Trans>
          )}
        </EmptyState>
      )}
      <Together home={home} />
      <NearBadges near={home.near} />
    </>
  )
}

function Grid({ badges }: { badges: readonly BadgeInBrief[] }) {
  return (
    <div className="medals">
      {badges.map(badge => (
        <Medal
          key={badge.id}
          art={badge.art.svgUrl}
          alt=""
          name={badge.name}
          note={daysAgo(badge.awardedAt)}
          to={`/badges/${badge.id}`}
        />
      ))}
    </div>
  )
}
