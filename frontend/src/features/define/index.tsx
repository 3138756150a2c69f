import { lazy } from 'react'
import { Route, Switch } from 'wouter'
import { HomeScreen } from './HomeScreen'
import './define.css'

const EditorScreen = lazy(() => import('./EditorScreen'))
const PublishScreen = lazy(() => import('./PublishScreen'))
const HistoryScreen = lazy(() => import('./HistoryScreen'))

/** What an issuer awards, described by its people. */
export default function DefineRoutes() {
  return (
    <Switch>
      <Route path="/define/drafts/:id/publish">{({ id }) => <PublishScreen key={id} draftId={id} />}</Route>
      <Route path="/define/drafts/:id/:section?">
        {({ id, section }) => <EditorScreen key={id} draftId={id} section={section} />}
      </Route>
      <Route path="/define/badges/:id">{({ id }) => <HistoryScreen key={id} achievementId={id} />}</Route>
      <Route path="/define/:issuer?">{({ issuer }) => <HomeScreen issuerId={issuer} />}</Route>
    </Switch>
  )
}
