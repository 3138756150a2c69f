import { written } from '@/i18n/dates'

/** Events take place in Polish time, whatever the phone's own clock says. */
const ZONE = 'Europe/Warsaw'
const MINUTE_MS = 60_000
const DAY_MS = 1_440 * MINUTE_MS

const PARTS = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

function partsOf(moment: Date): Record<string, string> {
  return Object.fromEntries(PARTS.formatToParts(moment).map(({ type, value }) => [type, value]))
}

/** "2026-11-22" of a moment, in Polish time. */
export function dayOf(moment: Date | string): string {
  const { year, month, day } = partsOf(new Date(moment))
  return `${year}-${month}-${day}`
}

/** "17:30" of a moment, in Polish time, as `<input type="time">` wants it. */
export function timeOf(moment: Date | string): string {
  const { hour, minute } = partsOf(new Date(moment))
  return `${hour}:${minute}`
}

/** Minutes by which Polish clocks are ahead of UTC at that moment. */
function ahead(at: number): number {
  const parts = partsOf(new Date(at))
  const wall = Date.parse(
    `${parts['year']}-${parts['month']}-${parts['day']}T${parts['hour']}:${parts['minute']}Z`,
  )
  return Math.round((wall - at) / MINUTE_MS)
}

/**
 * The moment at which Polish clocks show this day and time. An hour that is skipped in March is taken as it would
 * have been before the change; of the two in October the first.
 * @returns ISO in UTC, or an empty string while day or time are not complete
 */
export function momentAt(day: string, time: string): string {
  const wall = Date.parse(`${day}T${time}Z`)
  if (Number.isNaN(wall)) return ''
  const before = ahead(wall - DAY_MS)
  const guess = wall - before * MINUTE_MS
  const there = wall - ahead(guess) * MINUTE_MS
  return new Date(ahead(there) === ahead(guess) ? there : guess).toISOString()
}

/** Days of a series: every `weeks` weeks from the first day until the last one, both included; 60 at most. */
export function seriesDays(first: string, weeks: number, until: string): string[] {
  const days: string[] = []
  const last = Date.parse(`${until}T12:00Z`)
  if (!first || Number.isNaN(last) || weeks < 1) return days
  for (let at = Date.parse(`${first}T12:00Z`); at <= last && days.length < 60; at += weeks * 7 * DAY_MS)
    days.push(new Date(at).toISOString().slice(0, 10))
  return days
}

export type When = 'now' | 'today' | 'week' | 'later' | 'over'

/** How near an event is; the week is the seven days that begin today. */
export function nearness(event: { startsAt: string; endsAt: string }, now: Date): When {
  const at = now.getTime()
  if (Date.parse(event.endsAt) <= at) return 'over'
  if (Date.parse(event.startsAt) <= at) return 'now'
  if (dayOf(event.startsAt) === dayOf(now)) return 'today'
  return dayOf(event.startsAt) < dayOf(new Date(at + 7 * DAY_MS)) ? 'week' : 'later'
}

const shown = (moment: string | Date, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(written(), { timeZone: ZONE, ...options }).format(new Date(moment))

/** "niedziela, 22 listopada". */
export const weekdayAndDay = (moment: string | Date) =>
  shown(moment, { weekday: 'long', day: 'numeric', month: 'long' })

/** "nd., 22 lis". */
export const shortDay = (moment: string | Date) =>
  shown(moment, { weekday: 'short', day: 'numeric', month: 'short' })

/** "22" and "lis", for the calendar leaf. */
export const leafDay = (moment: string) => shown(moment, { day: 'numeric' })
export const leafMonth = (moment: string) => shown(moment, { month: 'short' })

/** "17:00–18:30"; over midnight with the second day. */
export function timeSpan(startsAt: string, endsAt: string): string {
  const clock = (moment: string) => shown(moment, { hour: '2-digit', minute: '2-digit' })
  const end = dayOf(startsAt) === dayOf(endsAt) ? clock(endsAt) : `${shortDay(endsAt)}, ${clock(endsAt)}`
  return `${clock(startsAt)}–${end}`
}
