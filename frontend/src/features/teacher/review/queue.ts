/**
 * The piece to show: the asked one, even when it waits no longer, else the first that waits.
 * @param ids the queue, the oldest first
 * @param asked id from the address
 */
export function pieceAt(
  ids: readonly string[],
  asked: string | undefined,
  decided: ReadonlySet<string>,
): string | undefined {
  if (asked && !decided.has(asked)) return asked
  return ids.find(id => !decided.has(id))
}

/** The next one that waits after this one, round to the first. */
export function pieceAfter(
  ids: readonly string[],
  current: string,
  decided: ReadonlySet<string>,
): string | undefined {
  const at = ids.indexOf(current)
  const round = [...ids.slice(at + 1), ...ids.slice(0, Math.max(0, at))]
  return round.find(id => id !== current && !decided.has(id))
}
