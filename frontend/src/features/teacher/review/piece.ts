import type { ResultOf } from '@/api/graphql'
import type { ToReview } from './documents'

export type Piece = ResultOf<typeof ToReview>['toReview']['items'][number]
export type Evidence = Piece['evidence'][number]

/** A proposed topic waits, not yet a work. */
export const isTopic = (piece: Piece) => piece.state === 'topic_proposed' || piece.state === 'topic'

/** The piece to show: the asked one, or the first that waits; undefined when nothing is left. */
export function pieceAt(pieces: readonly Piece[], asked: string | undefined): Piece | undefined {
  return pieces.find(({ submissionId }) => submissionId === asked) ?? pieces[0]
}

/** The next one that waits after this one, round to the first. */
export function pieceAfter(
  pieces: readonly Piece[],
  current: Piece,
  decided: ReadonlySet<string>,
): Piece | undefined {
  const at = pieces.indexOf(current)
  const round = [...pieces.slice(at + 1), ...pieces.slice(0, Math.max(0, at))]
  return round.find(({ submissionId }) => !decided.has(submissionId))
}
