/**
 * Keeps the shell and the static files, so that the app opens without a network. Nothing kept here belongs to a
 * person: the shell is served without data, data lives in the person's own IndexedDB. Badge pictures are kept as
 * they are seen and forgotten at sign-out.
 */
const worker = self as unknown as ServiceWorkerGlobalScope

const SHELL = `shell-${__PRECACHE__.version}`
const ART = 'badge-art'
const ART_KEPT = 200

worker.addEventListener('install', event => {
  event.waitUntil(
    caches
      .open(SHELL)
      .then(cache => cache.addAll([__PRECACHE__.shell, ...__PRECACHE__.files]))
      .then(() => worker.skipWaiting()),
  )
})

worker.addEventListener('activate', event => {
  const tidy = async () => {
    for (const name of await caches.keys())
      if (name.startsWith('shell-') && name !== SHELL) await caches.delete(name)
    await worker.clients.claim()
  }
  event.waitUntil(tidy())
})

worker.addEventListener('fetch', event => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin) return
  if (request.mode === 'navigate' && pathname.startsWith('/app/')) event.respondWith(fromShell(request))
  else if (pathname.startsWith('/static/app/') || pathname.startsWith('/look/'))
    event.respondWith(fromCache(request))
  else if (pathname.startsWith('/media/badges/')) event.respondWith(art(request))
})

/** `ignoreVary`: a `Vary` that somebody adds on the way must not make the kept shell unfindable. */
const find = (key: RequestInfo) => caches.match(key, { ignoreVary: true, ignoreSearch: true })

async function fromShell(request: Request): Promise<Response> {
  return (await find(__PRECACHE__.shell)) ?? fetch(request)
}

/** Files of the build and of the operator's look are named by their content; those not kept from the start are kept when first used. */
async function fromCache(request: Request): Promise<Response> {
  const kept = await find(request)
  if (kept) return kept
  const response = await fetch(request)
  if (response.ok) await (await caches.open(SHELL)).put(request, response.clone())
  return response
}

/** Pictures are named by their content, so a kept one is always right. */
async function art(request: Request): Promise<Response> {
  const kept = await find(request)
  if (kept) return kept
  const response = await fetch(request)
  if (response.ok) {
    const cache = await caches.open(ART)
    await cache.put(request, response.clone())
    const known = await cache.keys()
    for (const oldest of known.slice(0, Math.max(0, known.length - ART_KEPT))) await cache.delete(oldest)
  }
  return response
}
