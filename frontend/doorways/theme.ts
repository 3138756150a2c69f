import { chooseTheme } from '../src/design/theme'

/** `<button data-theme-switch hidden>`: turns to the other light than the one that shows now. */
export function themeSwitch(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-theme-switch]')) {
    button.hidden = false
    button.addEventListener('click', () => chooseTheme(showsDark() ? 'light' : 'dark'))
  }
}

function showsDark(): boolean {
  const chosen = document.documentElement.dataset['theme']
  return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
}
