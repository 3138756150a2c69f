import { useLingui } from '@lingui/react/macro'
import { Award, CalendarCheck, CircleUserRound, Milestone, Shapes, Users } from 'lucide-react'
import { lazy, Suspense, useMemo } from 'react'
import { Route, Switch } from 'wouter'
import { useApi } from '@/api/ApiProvider'
import type { Tab } from '@/design/BottomTabs'
import { Skeleton } from '@/design/Notices'
import { Around } from './around/Around'
import { facts } from './facts'
import { HomeScreen } from './home/HomeScreen'
import './student.css'

const BadgesScreen = lazy(() => import('./badges/BadgesScreen'))
const BadgeScreen = lazy(() => import('./badges/BadgeScreen'))
const PathsScreen = lazy(() => import('./paths/PathsScreen'))
const PathScreen = lazy(() => import('./paths/PathScreen'))
const StepScreen = lazy(() => import('./step/StepScreen'))
const FeedScreen = lazy(() => import('./feed/FeedScreen'))

// What somebody does for an issuer, with a student's face or in no group at all.
const WORK = ['/issuers', '/define', '/given', '/offers', '/applications']

function Routes() {
  return (
    <Suspense fallback={<Skeleton />}>
      <Switch>
        <Route path="/" component={HomeScreen} />
        <Route path="/badges" component={BadgesScreen} />
        <Route path="/badges/:id">{({ id }) => <BadgeScreen key={id} id={id} />}</Route>
        <Route path="/paths" component={PathsScreen} />
        <Route path="/paths/:id">{({ id }) => <PathScreen key={id} id={id} />}</Route>
        <Route path="/paths/:id/steps/:step">
          {({ id, step }) => <StepScreen key={step} enrollmentId={id} stepId={step} />}
        </Route>
        <Route path="/class/:id?">{({ id }) => <FeedScreen key={id} groupId={id} />}</Route>
        <Route component={HomeScreen} />
      </Switch>
    </Suspense>
  )
}

function useTabs(): readonly Tab[] {
  const { t } = useLingui()
  const { nowhere } = useApi().person
  return useMemo(() => {
    const own = { to: '/', icon: Award, label: t`Badges`, also: ['/badges', ...WORK] }
    const me = { to: '/me', icon: CircleUserRound, label: t`Me`, also: ['/profile', '/presentations'] }
    return nowhere
      ? [
          own,
          { to: '/events', icon: CalendarCheck, label: t`Events` },
          { to: '/clubs', icon: Shapes, label: t`Clubs` },
          me,
        ]
      : [
          own,
          { to: '/paths', icon: Milestone, label: t`Paths` },
          { to: '/class', icon: Users, label: t`Class`, also: ['/events', '/clubs'] },
          me,
        ]
  }, [t, nowhere])
}

export default { Routes, useTabs, facts, Around }
