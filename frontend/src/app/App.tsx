import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { Trans } from '@lingui/react/macro'
import { lazy, Suspense, useCallback, useMemo, useState } from 'react'
import { Route, Router, Switch } from 'wouter'
import { ApiProvider } from '@/api/ApiProvider'
import type { Person } from '@/api/person'
import type { Problem } from '@/api/problems'
import { Skeleton } from '@/design/Notices'
import { ToastRegion } from '@/design/Toast'
import { LiveProvider } from '@/live/LiveProvider'
import { ErrorBoundary } from './ErrorBoundary'
import { Frame } from './Frame'
import type { Feature } from './features'
import { RefusedNotice } from './RefusedNotice'

const Me = lazy(() => import('@/features/me/MeScreen'))
const Gallery = lazy(() => import('./gallery/Gallery'))

export function App({ person, feature }: { person: Person; feature: Feature }) {
  const [refused, setRefused] = useState<Problem[]>([])
  const onRefused = useCallback((problems: Problem[]) => setRefused(problems), [])
  const facts = useMemo(() => [feature.facts], [feature])
  return (
    <I18nProvider i18n={i18n}>
      <ApiProvider person={person} onRefused={onRefused}>
        <LiveProvider facts={facts}>
          <Router base="/app">
            <ToastRegion>
              <a className="skip-link" href="#content">
                <Trans>Skip to content</Trans>
              </a>
              <RefusedNotice problems={refused} />
              <ErrorBoundary>
                <Frame useTabs={feature.useTabs}>
                  <Suspense fallback={<Skeleton />}>
                    <Switch>
                      <Route path="/me" component={Me} />
                      {__GALLERY__ && <Route path="/_gallery" component={Gallery} />}
                      <Route component={feature.Routes} />
                    </Switch>
                  </Suspense>
                </Frame>
              </ErrorBoundary>
            </ToastRegion>
          </Router>
        </LiveProvider>
      </ApiProvider>
    </I18nProvider>
  )
}
