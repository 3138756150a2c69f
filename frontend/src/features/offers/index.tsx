import { lazy } from 'react'
import { Route, Switch } from 'wouter'
import { OffersScreen } from './OffersScreen'
import './offers.css'

const NewOffersScreen = lazy(() => import('./NewOffersScreen'))
const RoundScreen = lazy(() => import('./RoundScreen'))

/** Badges offered to people outside by e-mail. */
export default function OfferRoutes() {
  return (
    <Switch>
      <Route path="/offers/new" component={NewOffersScreen} />
      <Route path="/offers/:id">{({ id }) => <RoundScreen key={id} id={id} />}</Route>
      <Route component={OffersScreen} />
    </Switch>
  )
}
