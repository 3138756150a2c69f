import { lazy } from 'react'
import { Route, Switch } from 'wouter'
import { EventsScreen } from './EventsScreen'
import './events.css'

const EventScreen = lazy(() => import('./detail/EventScreen'))
const GroupEventsScreen = lazy(() => import('./GroupEventsScreen'))
const HereScreen = lazy(() => import('./here/HereScreen'))
const MyCodeScreen = lazy(() => import('./here/MyCodeScreen'))
const NowScreen = lazy(() => import('./plan/NowScreen'))
const PlanScreen = lazy(() => import('./plan/PlanScreen'))
const ChangeScreen = lazy(() => import('./plan/ChangeScreen'))
const DoorScreen = lazy(() => import('./door/DoorScreen'))
const CodesScreen = lazy(() => import('./door/CodesScreen'))
const TeamsScreen = lazy(() => import('./teams/TeamsScreen'))
const TeamSetUpScreen = lazy(() => import('./teams/TeamSetUpScreen'))

/** Everything about events inside the app, for every role; what may be done is said by each answer. */
export default function EventRoutes() {
  return (
    <Switch>
      <Route path="/events" component={EventsScreen} />
      <Route path="/events/code" component={MyCodeScreen} />
      <Route path="/events/now/:group?">{({ group }) => <NowScreen groupId={group} />}</Route>
      <Route path="/events/new/:group?">{({ group }) => <PlanScreen key={group} groupId={group} />}</Route>
      <Route path="/events/group/:group">
        {({ group }) => <GroupEventsScreen key={group} groupId={group} />}
      </Route>
      <Route path="/events/:id">{({ id }) => <EventScreen key={id} eventId={id} />}</Route>
      <Route path="/events/:id/here">{({ id }) => <HereScreen key={id} eventId={id} />}</Route>
      <Route path="/events/:id/change">{({ id }) => <ChangeScreen key={id} eventId={id} />}</Route>
      <Route path="/events/:id/door">{({ id }) => <DoorScreen key={id} eventId={id} />}</Route>
      <Route path="/events/:id/codes">{({ id }) => <CodesScreen key={id} eventId={id} />}</Route>
      <Route path="/events/:id/teams">{({ id }) => <TeamsScreen key={id} eventId={id} />}</Route>
      <Route path="/events/:id/teams/change">{({ id }) => <TeamSetUpScreen key={id} eventId={id} />}</Route>
      <Route component={EventsScreen} />
    </Switch>
  )
}
