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
import { addTexts } from '@/i18n/activate'
import { LiveProvider } from '@/live/LiveProvider'
import { featureCatalogues } from './catalogues'
import { ErrorBoundary } from './ErrorBoundary'
import { Frame } from './Frame'
import type { Feature } from './features'
import { RefusedNotice } from './RefusedNotice'

const Me = lazy(async () => {
  const [screen] = await Promise.all([import('@/features/me/MeScreen'), addTexts(featureCatalogues('me'))])
  return screen
})
const Gallery = __GALLERY__ ? lazy(() => import('./gallery/Gallery')) : null

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
                      {Gallery && <Route path="/_gallery" component={Gallery} />}
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
