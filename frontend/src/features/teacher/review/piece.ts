import type { ResultOf } from '@/api/graphql'
import type { ReviewPiece } from './documents'

export type Piece = NonNullable<ResultOf<typeof ReviewPiece>['review']>
export type Evidence = Piece['evidence'][number]

/** A proposed topic waits, not yet a work. */
export const isTopic = (piece: Piece) => piece.state === 'topic_proposed'
