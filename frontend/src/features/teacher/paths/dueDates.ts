const DAY_MS = 86_400_000
const FRIDAY = 5
const JUNE = 5

const iso = (day: number) => new Date(day).toISOString().slice(0, 10)
const atMidnight = (today: Date) => Date.UTC(today.getFullYear(), today.getMonth(), today.getDate())

/** The Friday on or after a day. */
const fridayFrom = (day: number) => day + ((FRIDAY - new Date(day).getUTCDay() + 7) % 7) * DAY_MS

/** The last day of lessons: the first Friday after 20 June (regulation on the organisation of the school year, §2). */
function endOfYear(today: number): number {
  const year = new Date(today).getUTCFullYear()
  const end = fridayFrom(Date.UTC(year, JUNE, 21))
  return end > today ? end : fridayFrom(Date.UTC(year + 1, JUNE, 21))
}

/** `weeks` from now; null for the end of the school year. */
export type DueDate = { day: string; weeks: number | null }

/**
 * Dates to choose with one tap, all Fridays: the planned length of the path, half as much again, the end of the
 * school year. A date helps and never punishes, so the shortest is the plan itself.
 * @param weeks planned length of the path
 */
export function dueDates(weeks: number, now: Date = new Date()): DueDate[] {
  const today = atMidnight(now)
  const end = endOfYear(today)
  const planned = [weeks, Math.ceil(weeks * 1.5)]
    .map(many => ({ at: fridayFrom(today + many * 7 * DAY_MS), weeks: many }))
    .filter(({ at, weeks: many }) => many > 0 && at < end)
  return [
    ...planned.map(({ at, weeks: many }) => ({ day: iso(at), weeks: many })),
    { day: iso(end), weeks: null },
  ]
}

/** The first day that may be a date: tomorrow. */
export const earliest = (now: Date = new Date()) => iso(atMidnight(now) + DAY_MS)
