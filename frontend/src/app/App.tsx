import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { Trans } from '@lingui/react/macro'
import { Fragment, lazy, Suspense, useCallback, useState } from 'react'
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
import { SHARED_SCREENS } from './sharedScreens'

const Gallery = __GALLERY__ ? lazy(() => import('./gallery/Gallery')) : null

const sharedFacts = async () => (await import('./sharedFacts')).SHARED_FACTS

export function App({ person, feature }: { person: Person; feature: Feature }) {
  const [refused, setRefused] = useState<Problem[]>([])
  const onRefused = useCallback((problems: Problem[]) => setRefused(problems), [])
  const { Routes, useTabs, Around = Fragment } = feature
  return (
    <I18nProvider i18n={i18n}>
      <ApiProvider person={person} onRefused={onRefused}>
        <LiveProvider facts={feature.facts} furtherFacts={sharedFacts}>
          <Router base="/app">
            <ToastRegion>
              <a className="skip-link" href="#content">
                <Trans>Skip to content</Trans>
              </a>
              <RefusedNotice problems={refused} />
              <ErrorBoundary>
                <Frame useTabs={useTabs}>
                  <Around>
                    <Suspense fallback={<Skeleton />}>
                      <Switch>
                        {SHARED_SCREENS.map(({ path, Screens }) => (
                          <Route key={path} path={path} component={Screens} />
                        ))}
                        {Gallery && <Route path="/_gallery" component={Gallery} />}
                        <Route component={Routes} />
                      </Switch>
                    </Suspense>
                  </Around>
                </Frame>
              </ErrorBoundary>
            </ToastRegion>
          </Router>
        </LiveProvider>
      </ApiProvider>
    </I18nProvider>
  )
}
