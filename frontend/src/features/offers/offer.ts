import type { ResultOf } from '@/api/graphql'
import type { StepState } from '@/design/State'
import type { OfferPlaces, OfferRound, OffersHome } from './documents'

export type Round = ResultOf<typeof OffersHome>['offerRounds'][number]
export type Offer = ResultOf<typeof OfferRound>['offers'][number]
export type Place = ResultOf<typeof OfferPlaces>['offerPlaces'][number]

export const LOOK_OF_STATE: Record<string, StepState> = {
  waiting: 'locked',
  offered: 'open',
  opened: 'current',
  failed: 'attention',
  held: 'done',
  declined: 'review',
  expired: 'locked',
  cancelled: 'locked',
}

/** The states in which a person of the list can still be helped. */
export const OPEN = new Set(['waiting', 'offered', 'opened', 'failed'])

/** Letters that have left, of all that are to leave: for the line of progress. */
export function mailed({ counts }: Pick<Round, 'counts'>): { done: number; of: number } {
  const of = counts.total - counts.cancelled
  return { done: of - counts.waiting - counts.failed, of }
}
