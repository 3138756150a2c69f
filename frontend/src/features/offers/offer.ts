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

/** Whether letters leave as soon as the time to undo is over, and not on a later day. */
export const leavesAtOnce = ({ sendAt, undoUntil }: Pick<Round, 'sendAt' | 'undoUntil'>): boolean =>
  Date.parse(sendAt) - Date.parse(undoUntil) < 60_000

/** Letters that reached somebody, whatever became of them: what the share of those taken is counted from. */
export const reached = ({ counts }: Pick<Round, 'counts'>): number =>
  counts.sent + counts.opened + counts.held + counts.declined + counts.expired
