import type { FactTable } from '@/live/facts'

/** Which screens of issuers each fact may have changed. */
export const facts: FactTable = {
  'credentials.IssuerStarted': ['MyIssuers', 'IssuerDesk', 'IssuerApplication'],
  'credentials.IssuerDescribed': ['MyIssuers', 'IssuerDesk'],
  'credentials.IssuerMoreAsked': ['MyIssuers', 'IssuerDesk', 'IssuerApplication'],
  'credentials.IssuerStandingChanged': ['MyIssuers', 'IssuerDesk', 'IssuerApplication'],
  'credentials.IssuerMemberChanged': ['MyIssuers', 'IssuerDesk', 'IssuerPeople'],
  'credentials.IssuerInvitationMade': ['IssuerPeople'],
  'credentials.AwardingAsked': ['IssuerPlaces'],
  'credentials.AwardingDecided': ['IssuerPlaces', 'IssuersToAsk'],
}
