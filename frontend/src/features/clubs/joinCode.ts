/** Length of a code without its dash. */
export const CODE_LENGTH = 10

/** What a person types or pastes, as the code is written: `ABCDE-FGHJK`; a whole link gives the code in it. */
export function tidied(typed: string): string {
  const code = /\/j\/([^/?#\s]+)/.exec(typed)?.[1] ?? typed
  const letters = code
    .replace(/[^0-9a-z]/gi, '')
    .toUpperCase()
    .slice(0, CODE_LENGTH)
  return letters.length > 5 ? `${letters.slice(0, 5)}-${letters.slice(5)}` : letters
}
