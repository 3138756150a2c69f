import type { Speech, Words } from './merging'

/** A text with another one in a language, as it is kept and sent: without what GraphQL adds. */
export const withWords = ({ pl, en, uk }: Words, language: Speech, text: string): Words => ({
  pl: pl ?? null,
  en: en ?? null,
  uk: uk ?? null,
  [language]: text,
})

/** The same list with one row replaced, or left out for null. */
export const replaced = <Row>(rows: readonly Row[], at: number, row: Row | null): Row[] =>
  rows.flatMap((one, index) => (index === at ? (row === null ? [] : [row]) : [one]))

/** The same list with a row one place nearer to its beginning. */
export function raised<Row>(rows: readonly Row[], at: number): Row[] {
  const [before, row] = [rows[at - 1], rows[at]]
  return before === undefined || row === undefined
    ? [...rows]
    : [...rows.slice(0, at - 1), row, before, ...rows.slice(at + 1)]
}

/** A name for a new row, which it keeps. */
export const newId = () => `o-${crypto.randomUUID().slice(0, 8)}`
