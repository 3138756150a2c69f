/** Longest wait, in ms, before a phone asks for news of a whole group, so that thirty do not ask in one instant. */
export const GROUP_SPREAD_MS = 400

/** Wait in ms before a refetch: none for a person's own fact, random for a group's. */
export function spread(own: boolean, random: () => number = Math.random): number {
  return own ? 0 : Math.floor(random() * GROUP_SPREAD_MS)
}

const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 30_000

/**
 * Wait in ms before the connection is tried again: doubling, and at least as much chance as delay, so that a
 * school coming back after a cut reaches the server spread over many seconds.
 * @param retries tries so far, from 0
 */
export function backoff(retries: number, random: () => number = Math.random): number {
  const delay = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** retries)
  return Math.round(delay / 2 + random() * delay)
}
