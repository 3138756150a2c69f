import { lazy, Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { Skeleton } from '@/design/Notices'
import AwardScreen from './award/AwardScreen'
import { ClubFrame } from './ClubFrame'
import { facts } from './facts'
import { HomeScreen } from './home/HomeScreen'
import { useLeaderTabs } from './useClubTabs'
import './leader.css'

const ClubsScreen = lazy(() => import('./home/ClubsScreen'))
const StartScreen = lazy(() => import('./home/StartScreen'))
const GroupScreen = lazy(() => import('./group/GroupScreen'))
const SettingsScreen = lazy(() => import('./group/SettingsScreen'))
const MembersScreen = lazy(() => import('./members/MembersScreen'))
const BadgesScreen = lazy(() => import('./badges/BadgesScreen'))
const BadgeScreen = lazy(() => import('./badges/BadgeScreen'))
const PoolScreen = lazy(() => import('./badges/PoolScreen'))
const NominationsScreen = lazy(() => import('./badges/NominationsScreen'))
const DesignerScreen = lazy(() => import('./designer/DesignerScreen'))

function Routes() {
  return (
    <ClubFrame>
      <Suspense fallback={<Skeleton />}>
        <Switch>
          <Route path="/lead" component={ClubsScreen} />
          <Route path="/lead/new" component={StartScreen} />
          <Route path="/lead/badge/:badge">
            {({ badge }) => <BadgeScreen key={badge} badgeId={badge} />}
          </Route>
          <Route path="/lead/:id">{({ id }) => <AwardScreen key={id} groupId={id} />}</Route>
          <Route path="/lead/:id/give/:badge">
            {({ id, badge }) => <AwardScreen key={badge} groupId={id} badgeId={badge} />}
          </Route>
          <Route path="/lead/:id/club">{({ id }) => <GroupScreen key={id} groupId={id} />}</Route>
          <Route path="/lead/:id/club/members">{({ id }) => <MembersScreen groupId={id} />}</Route>
          <Route path="/lead/:id/club/settings">{({ id }) => <SettingsScreen groupId={id} />}</Route>
          <Route path="/lead/:id/badges">{({ id }) => <BadgesScreen key={id} groupId={id} />}</Route>
          <Route path="/lead/:id/badges/new">{({ id }) => <DesignerScreen groupId={id} />}</Route>
          <Route path="/lead/:id/badges/pool">{({ id }) => <PoolScreen groupId={id} />}</Route>
          <Route path="/lead/:id/badges/nominations">{({ id }) => <NominationsScreen groupId={id} />}</Route>
          <Route path="/lead/:id/badges/:badge">
            {({ id, badge }) => <BadgeScreen key={badge} groupId={id} badgeId={badge} />}
          </Route>
          <Route path="/lead/:id/badges/:badge/change">
            {({ id, badge }) => <DesignerScreen key={badge} groupId={id} badgeId={badge} />}
          </Route>
          <Route component={HomeScreen} />
        </Switch>
      </Suspense>
    </ClubFrame>
  )
}

export default { Routes, useTabs: useLeaderTabs, facts }
