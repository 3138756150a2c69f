import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useRead } from '@/api/useRead'
import { ButtonLink } from '@/design/Button'
import { EmptyState, ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { useSteady } from '../steady/useSteady'
import { ToReview } from './documents'
import { PieceScreen } from './PieceScreen'
import { pieceAfter, pieceAt } from './queue'
import './review.css'

/** As many as a queue holds at once; more come when these are done. */
const AT_ONCE = 50

type ReviewScreenProps = { groupId?: string; piece?: string | undefined }

/** The queue: one piece after another, the oldest first, of one class or of all. */
export default function ReviewScreen({ groupId, piece: asked }: ReviewScreenProps) {
  const { t } = useLingui()
  const [, go] = useLocation()
  const home = groupId ? `/classes/${groupId}` : '/'
  const base = groupId ? `${home}/review` : '/review'
  const { data, loading, failed, fresh, reload } = useRead(ToReview, {
    groupId: groupId ?? null,
    limit: AT_ONCE,
  })
  const newest = data?.toReview.items ?? []
  const { rows } = useSteady(newest, ({ submissionId }) => submissionId, fresh)
  const ids = rows.map(({ submissionId }) => submissionId)
  const [decided, setDecided] = useState<ReadonlySet<string>>(new Set())
  const current = pieceAt(ids, asked, decided)
  const show = (next: string | undefined) => go(next ? `${base}/${next}` : base, { replace: true })
  // The server's last answer may still count what was decided here a moment ago.
  const left = (data?.toReview.total ?? 0) - newest.filter(one => decided.has(one.submissionId)).length

  function step(by: number): void {
    const at = current ? ids.indexOf(current) : -1
    if (ids.length > 1) show(ids[(at + by + ids.length) % ids.length])
  }
  function settle(done: string): void {
    const all = new Set(decided).add(done)
    setDecided(all)
    show(pieceAfter(ids, done, all))
  }
  function reopen(done: string): void {
    setDecided(all => new Set([...all].filter(id => id !== done)))
    show(done)
  }

  if (current)
    return (
      <PieceScreen
        submissionId={current}
        ahead={pieceAfter(ids, current, decided)}
        back={home}
        aside={left > 0 && <Plural value={left} one="# left" other="# left" />}
        phrases={data?.readyPhrases ?? { notYet: [], accepted: [] }}
        several={ids.length > 1}
        onDecided={settle}
        onReopened={reopen}
        onStep={step}
      />
    )
  return (
    <Screen title={t`To review`} back={home}>
      {loading && <Skeleton rows={3} />}
      {failed && (
        <ErrorState title={<Trans>The work could not be loaded</Trans>} onRetry={reload}>
          <Trans>Nothing is lost. Check the network and try again.</Trans>
        </ErrorState>
      )}
      {data && (
        <EmptyState
          title={<Trans>Nothing waits for you</Trans>}
          action={
            <ButtonLink to={home} look="quiet">
              <Trans>Back to the class</Trans>
            </ButtonLink>
          }
        >
          <Trans>What students hand in appears here, the oldest first.</Trans>
        </EmptyState>
      )}
    </Screen>
  )
}
