import { lazy } from 'react'
import { Route, Switch } from 'wouter'
import { GivenScreen } from './GivenScreen'
import './afterwards.css'

const GivenBadgeScreen = lazy(() => import('./GivenBadgeScreen'))
const EndorseScreen = lazy(() => import('./EndorseScreen'))
const RenewScreen = lazy(() => import('./RenewScreen'))

/** What becomes of badges after they were given, for those who answer for them. */
export default function AfterwardsRoutes() {
  return (
    <Switch>
      <Route path="/given/renew/:group">{({ group }) => <RenewScreen key={group} groupId={group} />}</Route>
      <Route path="/given/endorse" component={EndorseScreen} />
      <Route path="/given/:id">{({ id }) => <GivenBadgeScreen key={id} id={id} />}</Route>
      <Route component={GivenScreen} />
    </Switch>
  )
}
