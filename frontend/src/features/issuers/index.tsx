import { lazy } from 'react'
import { Route, Switch } from 'wouter'
import { IssuersScreen } from './IssuersScreen'
import './issuers.css'

const IssuerScreen = lazy(() => import('./IssuerScreen'))
const AboutScreen = lazy(() => import('./AboutScreen'))
const ApplicationScreen = lazy(() => import('./ApplicationScreen'))
const PeopleScreen = lazy(() => import('./people/PeopleScreen'))
const PlacesScreen = lazy(() => import('./places/PlacesScreen'))
const AskScreen = lazy(() => import('./places/AskScreen'))
const JoinScreen = lazy(() => import('./people/JoinScreen'))

/** Organisations that answer for badges: applying, their people, and where their badges may be awarded. */
export default function IssuerRoutes() {
  return (
    <Switch>
      <Route path="/issuers/join/:secret">{({ secret }) => <JoinScreen secret={secret} />}</Route>
      <Route path="/issuers/ask/:id">{({ id }) => <AskScreen key={id} groupId={id} />}</Route>
      <Route path="/issuers/:id/about">{({ id }) => <AboutScreen key={id} id={id} />}</Route>
      <Route path="/issuers/:id/application">{({ id }) => <ApplicationScreen key={id} id={id} />}</Route>
      <Route path="/issuers/:id/people">{({ id }) => <PeopleScreen key={id} id={id} />}</Route>
      <Route path="/issuers/:id/places">{({ id }) => <PlacesScreen key={id} id={id} />}</Route>
      <Route path="/issuers/:id">{({ id }) => <IssuerScreen key={id} id={id} />}</Route>
      <Route component={IssuersScreen} />
    </Switch>
  )
}
