import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { useRead } from '@/api/useRead'
import { ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { Decision } from './Decision'
import { ReviewPiece } from './documents'
import { Evidence } from './Evidence'
import { PieceHead } from './PieceHead'
import { Task } from './Task'

type PieceScreenProps = {
  submissionId: string
  /** The one that comes next; it is read beforehand, so that stepping to it waits for nothing. */
  ahead: string | undefined
  back: string
  aside: ReactNode
  phrases: { notYet: readonly string[]; accepted: readonly string[] }
  several: boolean
  onDecided: (submissionId: string) => void
  onReopened: (submissionId: string) => void
  onStep: (by: number) => void
}

/** One piece of work, the criteria beside it, the decision below. */
export function PieceScreen({ submissionId, ahead, back, aside, ...decision }: PieceScreenProps) {
  const { t } = useLingui()
  const { data, loading, failed, reload } = useRead(ReviewPiece, { submissionId })
  const piece = data?.review?.submissionId === submissionId ? data.review : undefined
  return (
    <Screen
      title={t`To review`}
      back={back}
      aside={<span className="quiet">{aside}</span>}
      action={piece && <Decision key={submissionId} piece={piece} {...decision} />}
      wide
    >
      {(loading || (data?.review && !piece)) && <Skeleton rows={3} />}
      {(failed || data?.review === null) && (
        <ErrorState title={<Trans>The work could not be loaded</Trans>} onRetry={reload}>
          <Trans>Nothing is lost. Check the network and try again.</Trans>
        </ErrorState>
      )}
      {piece && (
        <div className="review-columns" key={submissionId}>
          <article className="stack" aria-labelledby="piece">
            <PieceHead piece={piece} />
            <Evidence piece={piece} />
          </article>
          <Task piece={piece} />
        </div>
      )}
      {ahead && <ReadAhead key={ahead} submissionId={ahead} />}
    </Screen>
  )
}

function ReadAhead({ submissionId }: { submissionId: string }) {
  useRead(ReviewPiece, { submissionId })
  return null
}
