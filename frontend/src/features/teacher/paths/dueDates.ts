const DAY_MS = 86_400_000
const FRIDAY = 5

const iso = (day: Date) => day.toISOString().slice(0, 10)

/** The Friday on or after a date, as yyyy-mm-dd. */
function fridayFrom(date: Date): string {
  return iso(new Date(date.getTime() + ((FRIDAY - date.getUTCDay() + 7) % 7) * DAY_MS))
}

export type DueDate = { day: string; weeks: number }

/**
 * Dates to choose with one tap: the path's own length, half as much again, twice as much. A date helps and never punishes, so
 * there is always room.
 * @param weeks planned length of the path
 */
export function dueDates(weeks: number, today: Date = new Date()): DueDate[] {
  const start = Date.UTC(today.getFullYear(), today.getMonth(), today.getDate())
  return [weeks, Math.ceil(weeks * 1.5), weeks * 2].map(many => ({
    day: fridayFrom(new Date(start + many * 7 * DAY_MS)),
    weeks: many,
  }))
}

/** The first day that may be a date: tomorrow. */
export const earliest = (today: Date = new Date()) =>
  iso(new Date(Date.UTC(today.getFullYear(), today.getMonth(), today.getDate()) + DAY_MS))
