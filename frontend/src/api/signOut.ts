import { csrfToken } from './csrf'

/**
 * Leaves nothing of this person on the device: databases, caches, drafts, outbox, remembered name.
 * Shared school computers are the normal case. The theme stays: it says nothing about anybody.
 */
export async function wipeDevice(): Promise<void> {
  const theme = localStorage.getItem('kotylion.theme')
  localStorage.clear()
  sessionStorage.clear()
  if (theme) localStorage.setItem('kotylion.theme', theme)
  const databases = (await indexedDB.databases?.()) ?? []
  await Promise.all(databases.map(({ name }) => name && deleteDatabase(name)))
  if ('caches' in globalThis)
    for (const name of await caches.keys()) if (!name.startsWith('shell-')) await caches.delete(name)
}

function deleteDatabase(name: string): Promise<void> {
  return new Promise(resolve => {
    const request = indexedDB.deleteDatabase(name)
    // A connection still open in another tab only delays the deletion until that tab is gone.
    request.onsuccess = request.onerror = request.onblocked = () => resolve()
  })
}

/** Wipes first, so that a phone that loses the network in between keeps nothing, then ends the session by a form. */
export async function signOut(): Promise<void> {
  await wipeDevice()
  const form = document.createElement('form')
  form.method = 'post'
  form.action = '/sign-out/'
  const token = document.createElement('input')
  token.type = 'hidden'
  token.name = 'csrfmiddlewaretoken'
  token.value = csrfToken()
  form.append(token)
  document.body.append(form)
  form.submit()
}

/** The server no longer knows this session: nothing of it may stay, then to the sign-in page and back. */
export async function goToSignIn(): Promise<void> {
  await wipeDevice()
  location.assign(`/sign-in/?next=${encodeURIComponent(location.pathname)}`)
}
