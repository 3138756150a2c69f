import { lazy } from 'react'
import { Route, Switch } from 'wouter'
import { DeskScreen } from './DeskScreen'
import './desk.css'

const ReportScreen = lazy(() => import('./ReportScreen'))

/** The desk of who answers for others: a school's or organisation's coordinator, and the operator. */
export default function DeskRoutes() {
  return (
    <Switch>
      <Route path="/desk/reports/:id">{({ id }) => <ReportScreen key={id} id={id} />}</Route>
      <Route component={DeskScreen} />
    </Switch>
  )
}
