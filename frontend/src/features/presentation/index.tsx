import { lazy } from 'react'
import { Route, Switch } from 'wouter'
import { PresentationsScreen } from './PresentationsScreen'
import './presentation.css'

const PresentationScreen = lazy(() => import('./PresentationScreen'))

/** Pages about oneself for people outside: composed here, read at their secret links. */
export default function PresentationRoutes() {
  return (
    <Switch>
      <Route path="/presentations/:id">{({ id }) => <PresentationScreen key={id} id={id} />}</Route>
      <Route component={PresentationsScreen} />
    </Switch>
  )
}
