import { Trans } from '@lingui/react/macro'
import { ChartNoAxesColumn, IdCard, UsersRound } from 'lucide-react'
import { Ways } from '@/design/Ways'

/** What is about the person rather than about the app. */
export function ToProfile() {
  return (
    <Ways
      ways={[
        { to: '/profile', icon: IdCard, label: <Trans>My profile</Trans> },
        { to: '/profile/skills', icon: ChartNoAxesColumn, label: <Trans>Skills map</Trans> },
        { to: '/profile/contacts', icon: UsersRound, label: <Trans>Contacts</Trans> },
      ]}
    />
  )
}
