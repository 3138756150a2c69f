/** How a deadline stands: its colour and word never come from anything but the clock. */
export type Deadline = 'late' | 'soon' | 'later'

const DAY_MS = 86_400_000

/** `soon` is within a day. */
export function deadlineOf(dueAt: string, now: Date): Deadline {
  const left = Date.parse(dueAt) - now.getTime()
  if (left < 0) return 'late'
  return left <= DAY_MS ? 'soon' : 'later'
}
