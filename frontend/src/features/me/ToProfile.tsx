import { Trans } from '@lingui/react/macro'
import { ChartNoAxesColumn, IdCard, Stamp, UsersRound } from 'lucide-react'
import { useApi } from '@/api/ApiProvider'
import { useRead } from '@/api/useRead'
import { Ways } from '@/design/Ways'
import { MeDocument } from './documents'

/** What is about the person rather than about the app. */
export function ToProfile() {
  const { person } = useApi()
  const mine = useRead(MeDocument).data?.myIssuers
  // Eighteen-year-olds of a class might begin one too; they are not asked to at each look at their profile.
  const issuing = mine && (mine.issuers.length > 0 || (person.nowhere && mine.mayStart))
  return (
    <Ways
      ways={[
        { to: '/profile', icon: IdCard, label: <Trans>My profile</Trans> },
        { to: '/profile/skills', icon: ChartNoAxesColumn, label: <Trans>Skills map</Trans> },
        { to: '/profile/contacts', icon: UsersRound, label: <Trans>Contacts</Trans> },
        ...(person.role !== 'student' || issuing
          ? [{ to: '/issuers', icon: Stamp, label: <Trans>Issuers</Trans> }]
          : []),
      ]}
    />
  )
}
