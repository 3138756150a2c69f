import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { Trans } from '@lingui/react/macro'
import { Fragment, lazy, Suspense, useCallback, useMemo, useState } from 'react'
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
import { SHARED_FACTS, SHARED_SCREENS } from './sharedScreens'

const Gallery = __GALLERY__ ? lazy(() => import('./gallery/Gallery')) : null

export function App({ person, feature }: { person: Person; feature: Feature }) {
  const [refused, setRefused] = useState<Problem[]>([])
  const onRefused = useCallback((problems: Problem[]) => setRefused(problems), [])
  // The same list, not a copy: screens that are opened later add their facts to it.
  const facts = useMemo(() => {
    if (!SHARED_FACTS.includes(feature.facts)) SHARED_FACTS.unshift(feature.facts)
    return SHARED_FACTS
  }, [feature])
  const { Routes, useTabs, Around = Fragment } = feature
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
