/**
 * Which lines stand on the screen and how many new ones wait. A line that grew (another badge of the same kind on
 * the same day) comes with a new id, so it counts as new and its old form is gone.
 * @param seen ids that were on the screen; undefined before the first look
 */
export function linesShown<Line extends { id: string }>(
  lines: readonly Line[],
  seen: ReadonlySet<string> | undefined,
): { shown: readonly Line[]; fresh: number } {
  if (!seen) return { shown: lines, fresh: 0 }
  const firstSeen = lines.findIndex(({ id }) => seen.has(id))
  const fresh = firstSeen === -1 ? lines.length : firstSeen
  return { shown: lines.slice(fresh), fresh }
}
