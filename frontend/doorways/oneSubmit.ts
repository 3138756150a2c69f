const AGAIN_AFTER_MS = 8000

/** Thirty phones on poor Wi-Fi: a form that is on its way takes no second tap for a while, and looks so. */
export function oneSubmit(): void {
  document.addEventListener('submit', event => {
    const form = event.target as HTMLFormElement
    if (form.method !== 'post') return
    if (form.dataset['sending']) {
      event.preventDefault()
      return
    }
    form.dataset['sending'] = 'true'
    const button = event.submitter
    button?.setAttribute('aria-busy', 'true')
    setTimeout(() => {
      delete form.dataset['sending']
      button?.removeAttribute('aria-busy')
    }, AGAIN_AFTER_MS)
  })
  // Coming back by the Back button finds the page as it was left: it must be usable again.
  addEventListener('pageshow', () => {
    for (const form of document.forms) delete form.dataset['sending']
  })
}
