import type { FactTable } from '@/live/facts'

const GIVEN = ['GivenBadges', 'GivenBadge', 'ToRenew']

/** What became of badges one answers for. */
export const facts: FactTable = {
  'credentials.CredentialsAwarded': GIVEN,
  'credentials.AwardUndone': GIVEN,
  'credentials.CredentialRevoked': GIVEN,
}
