import { Trans } from '@lingui/react/macro'
import { ChartNoAxesColumn, IdCard, Stamp, UsersRound } from 'lucide-react'
import { useApi } from '@/api/ApiProvider'
import { Ways } from '@/design/Ways'

/** What is about the person rather than about the app. */
export function ToProfile() {
  const { person } = useApi()
  return (
    <Ways
      ways={[
        { to: '/profile', icon: IdCard, label: <Trans>My profile</Trans> },
        { to: '/profile/skills', icon: ChartNoAxesColumn, label: <Trans>Skills map</Trans> },
        { to: '/profile/contacts', icon: UsersRound, label: <Trans>Contacts</Trans> },
        ...(person.role === 'student'
          ? []
          : [{ to: '/issuers', icon: Stamp, label: <Trans>Issuers</Trans> }]),
      ]}
    />
  )
}
