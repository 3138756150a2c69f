import { i18n } from '@lingui/core'

const ZONE = 'Europe/Warsaw'
const DAY_MS = 86_400_000

/** How figures and dates are written: English as in Europe, 14 November and 14:05. */
export const written = () => (i18n.locale === 'en' ? 'en-GB' : i18n.locale || 'pl')

const format = (value: string | Date, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(written(), { timeZone: ZONE, ...options }).format(new Date(value))

/** The day stays in one line with its month. */
const bound = (day: string) => day.replace(/(\d) (?=\p{L})|^(\p{L}+) (?=\d)/u, '$1$2\u00a0')

/** "12 grudnia" — for a date in the running school year. */
export const dayAndMonth = (value: string | Date) => bound(format(value, { day: 'numeric', month: 'long' }))

/** "12 grudnia 2026"; without the full stop of a Ukrainian “р.”, which would stand before that of the sentence. */
export const fullDay = (value: string | Date) =>
  bound(format(value, { day: 'numeric', month: 'long', year: 'numeric' })).replace(/\sр\.$/, '')

/** "14:05". */
export const clock = (value: string | Date) => format(value, { hour: '2-digit', minute: '2-digit' })

/** "dzisiaj", "wczoraj", "3 dni temu"; beyond a week the day and month. Days are counted in Polish time. */
export function daysAgo(value: string | Date, now: Date = new Date()): string {
  const dayNumber = (moment: Date) =>
    Date.parse(new Intl.DateTimeFormat('en-CA', { timeZone: ZONE }).format(moment)) / DAY_MS
  const days = dayNumber(new Date(value)) - dayNumber(now)
  if (Math.abs(days) > 7) return dayAndMonth(value)
  return new Intl.RelativeTimeFormat(i18n.locale || 'pl', { numeric: 'auto' }).format(days, 'day')
}
