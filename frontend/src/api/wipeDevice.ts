/** Longest time, in ms, that leaving waits for one database; a browser that clears at the same time may never answer. */
const PATIENCE_MS = 1_000

/**
 * Leaves nothing of a person on the device: databases, caches, drafts, outbox, remembered name. Shared school
 * computers are the normal case. The theme stays: it says nothing about anybody; so does the shell without data.
 */
export async function wipeDevice(): Promise<void> {
  const theme = localStorage.getItem('kotylion.theme')
  localStorage.clear()
  sessionStorage.clear()
  if (theme) localStorage.setItem('kotylion.theme', theme)
  await Promise.race([Promise.all([deleteDatabases(), deleteCaches()]), pause(PATIENCE_MS)])
}

const pause = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))

async function deleteDatabases(): Promise<void> {
  const databases = (await indexedDB.databases?.()) ?? []
  await Promise.all(databases.map(({ name }) => name && deleteDatabase(name)))
}

async function deleteCaches(): Promise<void> {
  if (!('caches' in globalThis)) return
  for (const name of await caches.keys()) if (!name.startsWith('shell-')) await caches.delete(name)
}

function deleteDatabase(name: string): Promise<void> {
  return new Promise(resolve => {
    const request = indexedDB.deleteDatabase(name)
    // A connection still open in another tab only delays the deletion until that tab is gone.
    request.onsuccess = request.onerror = request.onblocked = () => resolve()
  })
}
