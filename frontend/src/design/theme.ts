export type Theme = 'system' | 'light' | 'dark'

const PLACE = 'kotylion.theme'
const YEAR_S = 31_536_000

export function chosenTheme(): Theme {
  const kept = localStorage.getItem(PLACE)
  return kept === 'light' || kept === 'dark' ? kept : 'system'
}

/** Puts the choice on the page. "System" leaves it to `prefers-color-scheme`. */
export function showTheme(theme: Theme = chosenTheme()): void {
  const root = document.documentElement
  if (theme === 'system') root.removeAttribute('data-theme')
  else root.dataset['theme'] = theme
}

/** Kept in a cookie as well, so that pages drawn by the server come in the same light. */
export function chooseTheme(theme: Theme): void {
  if (theme === 'system') localStorage.removeItem(PLACE)
  else localStorage.setItem(PLACE, theme)
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers of the last two years.
  document.cookie = `theme=${theme}; path=/; max-age=${theme === 'system' ? 0 : YEAR_S}; samesite=lax`
  showTheme(theme)
}
