/** First letters of the first and the last word: "Anna Maria Nowak" → "AN", "Żaneta" → "Ż". */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const ends = words.length > 1 ? [words[0], words[words.length - 1]] : words
  return ends.map(word => [...(word ?? '')][0]?.toLocaleUpperCase('pl') ?? '').join('')
}

/** A number from 0 to 3 that is always the same for the same name. */
export function tone(name: string): number {
  let sum = 0
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973
  return sum % 4
}
