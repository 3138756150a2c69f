import '@/design/design.css'
import { createRoot } from 'react-dom/client'
import { personOfPage } from '@/api/firstAnswer'
import { rememberedPerson, rememberPerson } from '@/api/person'
import { goToSignIn } from '@/api/signOut'
import { wipeDevice } from '@/api/wipeDevice'
import { showTheme } from '@/design/theme'
import { activate } from '@/i18n/activate'
import { App } from './App'
import { featureCatalogues, shellCatalogues } from './catalogues'
import { loadFeature } from './features'
import { registerServiceWorker } from './registerServiceWorker'

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
  const here = personOfPage()
  const before = rememberedPerson()
  if (here && before && here.id !== before.id) await wipeDevice()
  const person = here ?? before
  if (!person) return goToSignIn()
  rememberPerson(person)
  const [feature] = await Promise.all([
    loadFeature(person.role),
    activate(person.language, { ...shellCatalogues(), ...featureCatalogues(person.role) }),
  ])
  const place = document.getElementById('app')
  if (place) createRoot(place).render(<App person={person} feature={feature} />)
}

void start()
