/** Letters that Crockford's alphabet reads as digits. */
const LOOKALIKES: Record<string, string> = { O: '0', I: '1', L: '1' }

/** Capital letters without blanks and dashes; look-alikes become the digits they stand for. */
export function tidyCode(typed: string, digitsOnly: boolean): string {
  const letters = typed.toUpperCase().replace(/[\s–—-]/g, '')
  if (digitsOnly) return letters.replace(/\D/g, '')
  return [...letters].map(letter => LOOKALIKES[letter] ?? letter).join('')
}
