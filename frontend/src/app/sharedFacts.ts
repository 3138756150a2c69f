import { facts as applicationFacts } from '@/features/applications/facts'
import { facts as clubFacts } from '@/features/clubs/facts'
import { facts as defineFacts } from '@/features/define/facts'
import { facts as deskFacts } from '@/features/desk/facts'
import { facts as eventFacts } from '@/features/events/facts'
import { facts as issuerFacts } from '@/features/issuers/facts'
import { facts as leaderFacts } from '@/features/leader/facts'
import { facts as offerFacts } from '@/features/offers/facts'
import { facts as presentationFacts } from '@/features/presentation/facts'
import { facts as profileFacts } from '@/features/profile/facts'

/** What the facts of the screens that every role has may have changed; needed when the first fact comes. */
export const SHARED_FACTS = [
  applicationFacts,
  clubFacts,
  defineFacts,
  deskFacts,
  eventFacts,
  issuerFacts,
  leaderFacts,
  offerFacts,
  presentationFacts,
  profileFacts,
]
