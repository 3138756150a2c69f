const SHOWN_MS = 2500

/** `<button data-copy="text" data-copied="Copied" hidden>`: copies the text and says so in the button itself. */
export function copyButtons(): void {
  if (!navigator.clipboard) return
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    button.hidden = false
    const words = button.textContent
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.dataset['copy'] ?? '')
      button.textContent = button.dataset['copied'] ?? words
      button.setAttribute('aria-live', 'polite')
      setTimeout(() => {
        button.textContent = words
      }, SHOWN_MS)
    })
  }
}
