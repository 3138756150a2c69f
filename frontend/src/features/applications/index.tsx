import { lazy } from 'react'
import { Route, Switch } from 'wouter'
import { ApplicationsScreen } from './ApplicationsScreen'

const ApplyScreen = lazy(() => import('./ApplyScreen'))
const ApplicationScreen = lazy(() => import('./ApplicationScreen'))

/** "I can do this already": applying with proof, and answering beside the criteria. */
export default function ApplicationRoutes() {
  return (
    <Switch>
      <Route path="/applications/for/:id">{({ id }) => <ApplyScreen key={id} achievementId={id} />}</Route>
      <Route path="/applications/:id">{({ id }) => <ApplicationScreen key={id} id={id} />}</Route>
      <Route component={ApplicationsScreen} />
    </Switch>
  )
}
