import { lazy } from 'react'
import { Route, Switch } from 'wouter'
import { ProfileScreen } from './ProfileScreen'
import './profile.css'

const SkillsScreen = lazy(() => import('./SkillsScreen'))
const ContactsScreen = lazy(() => import('./ContactsScreen'))
const DataScreen = lazy(() => import('./DataScreen'))

/** The profile of whoever is signed in, for every role. */
export default function ProfileRoutes() {
  return (
    <Switch>
      <Route path="/profile/skills" component={SkillsScreen} />
      <Route path="/profile/contacts" component={ContactsScreen} />
      <Route path="/profile/data" component={DataScreen} />
      <Route component={ProfileScreen} />
    </Switch>
  )
}
