import { Trans, useLingui } from '@lingui/react/macro'
import { Flag } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { useLocation } from 'wouter'
import type { ResultOf } from '@/api/graphql'
import { useRead } from '@/api/useRead'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { Field } from '@/design/Field'
import { IconButton } from '@/design/IconButton'
import { EmptyState, ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { useToast } from '@/design/Toast'
import { ReportSheet } from '@/report/ReportSheet'
import { AdaptClubBadge, ClubBadgePool } from './documents'
import './badges.css'

type PoolBadge = NonNullable<ResultOf<typeof ClubBadgePool>['badgePool']>['items'][number]
const PAGE = 30

/** Badges that other clubs share: take one, it is yours to change, and its source is credited. */
export default function PoolScreen({ groupId }: { groupId: string }) {
  const { t } = useLingui()
  const [written, setWritten] = useState('')
  const [pages, setPages] = useState<readonly string[]>([])
  const search = useDeferredValue(written.trim())
  const after = pages.at(-1) ?? null
  const { data, loading, failed, reload } = useRead(ClubBadgePool, { groupId, search, limit: PAGE, after })
  const [reported, setReported] = useState<string | null>(null)
  const page = data?.badgePool
  return (
    <Screen title={t`Badges other clubs share`} back={`/lead/${groupId}/badges`} wide>
      <Field
        label={t`Search`}
        type="search"
        value={written}
        onChange={event => {
          setWritten(event.target.value)
          setPages([])
        }}
      />
      {loading && <Skeleton rows={4} />}
      {failed && (
        <ErrorState title={<Trans>The badges could not be loaded</Trans>} onRetry={reload}>
          <Trans>Nothing is lost. Check the network and try again.</Trans>
        </ErrorState>
      )}
      {page?.items.length === 0 && (
        <EmptyState title={search ? <Trans>Nothing found</Trans> : <Trans>Nothing is shared yet</Trans>}>
          <Trans>Share one of your own: open a badge and tick “Share it with other clubs”.</Trans>
        </EmptyState>
      )}
      <ul className="pool">
        {page?.items.map(badge => (
          <li key={badge.achievement.id} className="card pool-badge">
            <img src={badge.achievement.art.svgUrl} alt="" width={72} height={72} />
            <div className="grow">
              <h2>{badge.achievement.name}</h2>
              {badge.criterion && <p>{badge.criterion}</p>}
              <p className="quiet">{badge.clubName}</p>
            </div>
            <div className="row">
              <Take badge={badge} groupId={groupId} />
              <IconButton
                icon={Flag}
                label={t`Report “${badge.achievement.name}”`}
                onClick={() => setReported(badge.achievement.id)}
              />
            </div>
          </li>
        ))}
      </ul>
      {page && (pages.length > 0 || page.next) && (
        <div className="row">
          {pages.length > 0 && (
            <Button look="quiet" onClick={() => setPages(pages.slice(0, -1))}>
              <Trans>Back to the former ones</Trans>
            </Button>
          )}
          {page.next && (
            <Button look="quiet" onClick={() => setPages([...pages, page.next ?? ''])}>
              <Trans>More</Trans>
            </Button>
          )}
        </div>
      )}
      {reported && (
        <ReportSheet kind="clubs.ClubBadge" objectId={reported} onClose={() => setReported(null)} />
      )}
    </Screen>
  )
}

function Take({ badge, groupId }: { badge: PoolBadge; groupId: string }) {
  const { t } = useLingui()
  const say = useToast()
  const [, go] = useLocation()
  const [adapt, adapting] = useSend(AdaptClubBadge)

  async function take(): Promise<void> {
    const sent = await adapt({ groupId, achievementId: badge.achievement.id })
    if (sent.outcome === 'saved') return
    if (sent.outcome !== 'done') return say({ text: sent.problems[0]?.message })
    const id = sent.payload.badge?.achievement.id
    say({ text: t`It is yours now. Change what you like.` })
    go(id ? `/lead/${groupId}/badges/${id}` : `/lead/${groupId}/badges`)
  }

  return (
    <Button look="quiet" busy={adapting} disabled={badge.taken} onClick={() => void take()}>
      {badge.taken ? <Trans>Taken</Trans> : <Trans>Take it</Trans>}
    </Button>
  )
}
