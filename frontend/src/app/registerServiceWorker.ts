/** Registered at once, not on `load`: on a slow phone that moment may never come before the tab is closed. */
export async function registerServiceWorker(): Promise<void> {
  if (!import.meta.env.PROD) return
  try {
    await navigator.serviceWorker?.register('/app/sw.js', { scope: '/app/' })
  } catch {
    // Private windows and pages without https have no service worker; the app works without one.
  }
}
