import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { ResultOf } from '@/api/graphql'
import { useRead } from '@/api/useRead'
import { Button } from '@/design/Button'
import { Medal } from '@/design/Medal'
import { EmptyState, ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { daysAgo } from '@/i18n/dates'
import { CountsFor } from './CountsFor'
import { MyBadges } from './documents'

type Listed = ResultOf<typeof MyBadges>['myBadges']['items'][number]
const PAGE = 60

/** Every badge of the student, the newest first; the phone keeps the list for times without a network. */
export default function BadgesScreen() {
  const { t } = useLingui()
  const [pages, setPages] = useState<readonly (string | null)[]>([null])
  return (
    <Screen title={t`My badges`} back="/">
      {pages.map((after, place) => (
        <Page
          key={after ?? 'first'}
          after={after}
          onMore={place === pages.length - 1 ? next => setPages([...pages, next]) : undefined}
        />
      ))}
    </Screen>
  )
}

type PageProps = { after: string | null; onMore: ((next: string) => void) | undefined }

function Page({ after, onMore }: PageProps) {
  const { data, loading, failed, reload } = useRead(MyBadges, { limit: PAGE, after })
  if (loading) return <Skeleton />
  if (failed || !data)
    return (
      <ErrorState title={<Trans>Your badges could not be read</Trans>} onRetry={reload}>
        <Trans>They are safe. Look again in a moment.</Trans>
      </ErrorState>
    )
  const { items, next } = data.myBadges
  if (items.length === 0 && after === null)
    return (
      <EmptyState title={<Trans>Your badges will be here</Trans>}>
        <Trans>The first one comes when your teacher accepts a step that carries a badge.</Trans>
      </EmptyState>
    )
  return (
    <>
      {after === null && <CountsFor larger={data.largerBadges} />}
      {after === null && next === null && (
        <p className="quiet">
          <Plural value={items.length} one="# badge" other="# badges" />
        </p>
      )}
      <div className="medals">
        {items.map(badge => (
          <Medal
            key={badge.id}
            art={badge.art.svgUrl}
            alt=""
            name={badge.name}
            note={<Note badge={badge} />}
            to={`/badges/${badge.id}`}
          />
        ))}
      </div>
      {next && onMore && (
        <Button look="quiet" onClick={() => onMore(next)}>
          <Trans>Show older ones</Trans>
        </Button>
      )}
    </>
  )
}

function Note({ badge }: { badge: Listed }) {
  if (badge.state === 'revoked') return <Trans>revoked</Trans>
  if (badge.state === 'expired') return <Trans>no longer valid</Trans>
  return daysAgo(badge.awardedAt)
}
