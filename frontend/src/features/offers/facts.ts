import type { FactTable } from '@/live/facts'

const BOTH = ['OffersHome', 'OfferRound']

/** Which of the screens of offers each fact may have changed. */
export const facts: FactTable = {
  'credentials.OffersMade': BOTH,
  'credentials.OffersMailed': BOTH,
  'credentials.OfferChanged': BOTH,
  'credentials.OfferTaken': BOTH,
  'credentials.OfferDeclined': BOTH,
  'credentials.OffersEnded': BOTH,
}
