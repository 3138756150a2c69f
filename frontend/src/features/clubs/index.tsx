import { lazy } from 'react'
import { Route, Switch } from 'wouter'
import { ClubsScreen } from './ClubsScreen'
import './clubs.css'

const ClubScreen = lazy(() => import('./ClubScreen'))
const AskScreen = lazy(() => import('./AskScreen'))
const ThankScreen = lazy(() => import('./ThankScreen'))
const NominateScreen = lazy(() => import('./NominateScreen'))

/** Clubs as their members see them, for every role. */
export default function ClubRoutes() {
  return (
    <Switch>
      <Route path="/clubs" component={ClubsScreen} />
      <Route path="/clubs/thank/:club?">{({ club }) => <ThankScreen groupId={club} />}</Route>
      <Route path="/clubs/nominate/:club?">{({ club }) => <NominateScreen groupId={club} />}</Route>
      <Route path="/clubs/ask/:club">{({ club }) => <AskScreen key={club} groupId={club} />}</Route>
      <Route path="/clubs/:club">{({ club }) => <ClubScreen key={club} groupId={club} />}</Route>
      <Route component={ClubsScreen} />
    </Switch>
  )
}
