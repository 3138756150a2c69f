import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useRead } from '@/api/useRead'
import { ButtonLink } from '@/design/Button'
import { EmptyState, ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { useSteady } from '../steady/useSteady'
import { Decision } from './Decision'
import { ToReview } from './documents'
import { Evidence } from './Evidence'
import { PieceHead } from './PieceHead'
import { type Piece, pieceAfter, pieceAt } from './piece'
import { Task } from './Task'
import './review.css'

/** As many whole pieces as one lesson's break can take; more come when these are done. */
const AT_ONCE = 20

type ReviewScreenProps = { groupId?: string; piece?: string | undefined }

/** One piece at a time, the criteria beside it. */
export default function ReviewScreen({ groupId, piece: asked }: ReviewScreenProps) {
  const { t } = useLingui()
  const [, go] = useLocation()
  const home = groupId ? `/classes/${groupId}` : '/'
  const base = groupId ? `${home}/review` : '/review'
  const { data, loading, failed, reload } = useRead(ToReview, { groupId: groupId ?? null, limit: AT_ONCE })
  const { rows: pieces } = useSteady(data?.toReview.items ?? [], ({ submissionId }) => submissionId)
  const [decided, setDecided] = useState<ReadonlySet<string>>(new Set())
  const waiting = pieces.filter(({ submissionId }) => !decided.has(submissionId))
  const piece = pieceAt(asked && !decided.has(asked) ? pieces : waiting, asked)
  const show = (next: Piece | undefined) =>
    go(next ? `${base}/${next.submissionId}` : base, { replace: true })
  const total = (data?.toReview.total ?? 0) - decidedStill(data?.toReview.items ?? [], decided)

  function step(by: number): void {
    if (!piece || pieces.length < 2) return
    show(pieces[(pieces.indexOf(piece) + by + pieces.length) % pieces.length])
  }
  function settle(done: Piece): void {
    const all = new Set(decided).add(done.submissionId)
    setDecided(all)
    show(pieceAfter(pieces, done, all))
  }
  function reopen(done: Piece): void {
    setDecided(all => new Set([...all].filter(id => id !== done.submissionId)))
    show(done)
  }

  return (
    <Screen
      title={t`To review`}
      back={home}
      aside={
        total > 0 && <span className="quiet">{<Plural value={total} one="# left" other="# left" />}</span>
      }
      action={
        piece && (
          <Decision
            key={piece.submissionId}
            piece={piece}
            phrases={data?.readyPhrases ?? { notYet: [], accepted: [] }}
            onDecided={settle}
            onReopened={reopen}
            onStep={step}
            several={pieces.length > 1}
          />
        )
      }
      wide
    >
      {loading && <Skeleton rows={3} />}
      {failed && (
        <ErrorState title={<Trans>The work could not be loaded</Trans>} onRetry={reload}>
          <Trans>Nothing is lost. Check the network and try again.</Trans>
        </ErrorState>
      )}
      {data && !piece && (
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
      {piece && (
        <div className="review-columns">
          <article className="stack" aria-labelledby="piece">
            <PieceHead piece={piece} />
            <Evidence piece={piece} />
          </article>
          <Task piece={piece} />
        </div>
      )}
    </Screen>
  )
}

/** Pieces decided here that the server's last answer still counts. */
const decidedStill = (items: readonly Piece[], decided: ReadonlySet<string>) =>
  items.filter(({ submissionId }) => decided.has(submissionId)).length
