import { useLingui } from '@lingui/react/macro'
import { Award, EllipsisVertical, Flag, Milestone, Users } from 'lucide-react'
import { lazy, useMemo } from 'react'
import { Route, Switch } from 'wouter'
import { useRead } from '@/api/useRead'
import type { Tab } from '@/design/BottomTabs'
import { facts } from './facts'
import { HomeScreen } from './home/HomeScreen'
import { DeskWaits } from './more/documents'
import './teacher.css'

const BoardScreen = lazy(() => import('./board/BoardScreen'))
const ReviewScreen = lazy(() => import('./review/ReviewScreen'))
const StudentScreen = lazy(() => import('./student/StudentScreen'))
const AwardTab = lazy(() => import('./award/AwardTab'))
const AwardScreen = lazy(() => import('./award/AwardScreen'))
const PathsTab = lazy(() => import('./paths/PathsTab'))
const NewClassScreen = lazy(() => import('./classes/NewClassScreen'))
const ReadyClassScreen = lazy(() => import('./classes/ReadyClassScreen'))
const RosterScreen = lazy(() => import('./classes/RosterScreen'))
const ImportScreen = lazy(() => import('./imports/ImportScreen'))
const ImportStartScreen = lazy(() => import('./imports/ImportStartScreen'))
const ProjectorScreen = lazy(() => import('./projector/ProjectorScreen'))
const MoreScreen = lazy(() => import('./more/MoreScreen'))

function Routes() {
  return (
    <Switch>
      <Route path="/" component={HomeScreen} />
      <Route path="/classes/new" component={NewClassScreen} />
      <Route path="/classes/import" component={ImportStartScreen} />
      <Route path="/classes/import/:id">{({ id }) => <ImportScreen id={id} />}</Route>
      <Route path="/classes/:id">{({ id }) => <BoardScreen key={id} groupId={id} />}</Route>
      <Route path="/classes/:id/ready">{({ id }) => <ReadyClassScreen groupId={id} />}</Route>
      <Route path="/classes/:id/roster">{({ id }) => <RosterScreen groupId={id} />}</Route>
      <Route path="/classes/:id/projector">{({ id }) => <ProjectorScreen groupId={id} />}</Route>
      <Route path="/classes/:id/review/:piece?">
        {({ id, piece }) => <ReviewScreen key={id} groupId={id} piece={piece} />}
      </Route>
      <Route path="/classes/:id/students/:student">
        {({ id, student }) => <StudentScreen key={student} groupId={id} studentId={student} />}
      </Route>
      <Route path="/review/:piece?">{({ piece }) => <ReviewScreen piece={piece} />}</Route>
      <Route path="/award/:group?">{({ group }) => <AwardTab groupId={group} />}</Route>
      <Route path="/award/:group/:achievement">
        {({ group, achievement }) => (
          <AwardScreen key={`${group}:${achievement}`} groupId={group} achievementId={achievement} />
        )}
      </Route>
      <Route path="/paths/:group?">{({ group }) => <PathsTab groupId={group} />}</Route>
      <Route path="/more" component={MoreScreen} />
      <Route component={HomeScreen} />
    </Switch>
  )
}

/** How many reports and clubs wait for a coordinator's word. */
const useDeskWaits = () => useRead(DeskWaits).data?.deskWaits ?? 0

function useTabs(): readonly Tab[] {
  const { t } = useLingui()
  const count = useDeskWaits()
  return useMemo(
    () => [
      { to: '/', icon: Users, label: t`Classes`, also: ['/classes', '/review', '/events'] },
      { to: '/award', icon: Award, label: t`Award` },
      { to: '/paths', icon: Milestone, label: t`Paths` },
      {
        to: '/more',
        icon: EllipsisVertical,
        label: t`More`,
        count,
        also: ['/me', '/profile', '/presentations', '/clubs', '/lead'],
      },
    ],
    [t, count],
  )
}

/** A coordinator without a class has nobody to award and no path to assign, but a desk. */
export function useCoordinatorTabs(): readonly Tab[] {
  const { t } = useLingui()
  const count = useDeskWaits()
  return useMemo(
    () => [
      { to: '/', icon: Users, label: t`Classes`, also: ['/classes', '/review', '/events'] },
      { to: '/desk', icon: Flag, label: t`Desk`, count },
      {
        to: '/more',
        icon: EllipsisVertical,
        label: t`More`,
        also: ['/me', '/profile', '/presentations', '/clubs', '/lead'],
      },
    ],
    [t, count],
  )
}

export default { Routes, useTabs, facts }
