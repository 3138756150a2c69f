import { useLingui } from '@lingui/react/macro'
import { Screen } from '@/design/Screen'
import { Account } from './Account'
import { Appearance } from './Appearance'
import { Decisions } from './Decisions'
import { KeptData } from './KeptData'
import { Nickname } from './Nickname'
import { OurBadges } from './OurBadges'
import { OutsideBadges } from './OutsideBadges'
import { OwnAccount } from './OwnAccount'
import { ShowMyself } from './ShowMyself'
import { ToProfile } from './ToProfile'

/** The person's own settings: look, language, the ways out, and what the portal keeps. */
export default function MeScreen() {
  const { t } = useLingui()
  return (
    <Screen title={t`Me`}>
      <Account />
      <ToProfile />
      <ShowMyself />
      <OurBadges />
      <OutsideBadges />
      <Nickname />
      <Appearance />
      <Decisions />
      <OwnAccount />
      <KeptData />
    </Screen>
  )
}
