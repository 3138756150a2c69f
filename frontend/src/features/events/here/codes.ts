/** A sign-in card's address. The server refuses it and tells its owner; it is never kept on this phone. */
export const isSignInCard = (text: string): boolean => /\/s\/[^/?#\s]+/.test(text)

/** Whether it is worth asking the server about: an address of a portal with a code in it, or a bare code. */
export function mayBeCode(text: string): boolean {
  const plain = text.trim()
  if (isSignInCard(plain)) return true
  return /^https?:\/\/[^\s]+\/e\/[^\s]{4,}$/.test(plain) || /^[\w -]{4,60}$/.test(plain)
}
