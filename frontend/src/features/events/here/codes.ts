/** A sign-in card's address; it signs in and never checks in. */
const CARD = /\/s\/[^/?#\s]+/

export const isSignInCard = (text: string): boolean => CARD.test(text)

/**
 * The code in what a camera has read: the last part of an address such as `https://…/e/<code>`, or the text itself.
 * @returns an empty string when there is nothing like a code in it
 */
export function codeIn(text: string): string {
  const found = /\/(?:e|me)\/([^/?#\s]+)/.exec(text)?.[1] ?? text.trim()
  return /^[\w-]{4,200}$/.test(found) ? found : ''
}
