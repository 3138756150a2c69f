/** What is shown, and how many changes wait until the teacher asks for them. */
export type Steady = { order: readonly string[]; waiting: number }

/**
 * Live without jumping: keeps the rows on the screen where they are. What is new at the end is added at once,
 * because it moves nothing; what left, or belongs between rows, waits and is counted.
 * @param shown ids on the screen, null before the first answer
 * @param newest ids as the server orders them now
 */
export function steadied(shown: readonly string[] | null, newest: readonly string[]): Steady {
  if (shown === null || shown.length === 0) return { order: newest, waiting: 0 }
  const known = new Set(shown)
  const lastKnown = newest.findLastIndex(id => known.has(id))
  const added = newest.slice(lastKnown + 1)
  const between = newest.slice(0, lastKnown + 1).filter(id => !known.has(id))
  const here = new Set(newest)
  const left = shown.filter(id => !here.has(id))
  const kept = shown.filter(id => here.has(id))
  const stayed = newest.filter(id => known.has(id))
  const moved = kept.filter((id, place) => stayed[place] !== id)
  return { order: [...shown, ...added], waiting: between.length + left.length + (moved.length > 0 ? 1 : 0) }
}
