import '@/design/design.css'
import { startTransition } from 'react'
import { createRoot } from 'react-dom/client'
import { goToSignIn } from '@/api/signOut'
import { showTheme } from '@/design/theme'
import { activate } from '@/i18n/activate'
import { asLanguage } from '@/i18n/languages'
import { App } from './App'
import { featureCatalogues, shellCatalogues } from './catalogues'
import { loadFeature, textsOf } from './features'
import { registerServiceWorker } from './registerServiceWorker'
import { StartWithoutNetwork } from './StartWithoutNetwork'
import { whoIsHere } from './whoIsHere'

// After a new version is put in place an open page may name chunks that are gone: load the page anew, once.
addEventListener('vite:preloadError', event => {
  event.preventDefault()
  if (!sessionStorage.getItem('kotylion.reloaded')) {
    sessionStorage.setItem('kotylion.reloaded', '1')
    location.reload()
  }
})

async function start(): Promise<void> {
  showTheme()
  void registerServiceWorker()
  const person = await whoIsHere()
  if (person === null) return goToSignIn()
  const root = createRoot(document.getElementById('app') as HTMLElement)
  if (person === undefined) {
    await activate(asLanguage(document.documentElement.lang), shellCatalogues())
    return root.render(<StartWithoutNetwork />)
  }
  const [feature] = await Promise.all([
    loadFeature(person.role),
    activate(person.language, { ...shellCatalogues(), ...featureCatalogues(textsOf(person.role)) }),
  ])
  // A transition is drawn in slices: a cheap phone answers taps meanwhile.
  startTransition(() => root.render(<App person={person} feature={feature} />))
}

void start()
