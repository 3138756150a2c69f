import type { Intent } from '@/api/intent'

export type Ticked = { id: string; here: boolean }

/** What waits on the phone for one person: to be ticked, or to be unticked. */
export type Waiting = ReadonlyMap<string, boolean>

/** The taps for one event that wait in the outbox; of several for one person the last one counts. */
export function waitingTicks(intents: readonly Intent[], eventId: string): Waiting {
  const waiting = new Map<string, boolean>()
  for (const { document, variables } of intents) {
    if (variables['eventId'] !== eventId) continue
    if (document.includes('mutation CheckInPeople'))
      for (const id of variables['userIds'] as string[]) waiting.set(id, true)
    else if (document.includes('mutation UndoCheckIn')) waiting.set(String(variables['userId']), false)
  }
  return waiting
}

/**
 * The moment a tick without a network counts from: the tap, or the closing of the list when it is past.
 * With a network nothing is said and the server's own clock counts, so that a phone's wrong clock does no harm.
 */
export const momentOfTick = (closesAt: string, now: Date): string =>
  new Date(Math.min(now.getTime(), Date.parse(closesAt))).toISOString()

/** Codes that were scanned without a network; whose they are is known when they are sent. */
export const waitingCodes = (intents: readonly Intent[], eventId: string): number =>
  intents.filter(
    ({ document, variables }) =>
      variables['eventId'] === eventId && document.includes('mutation CheckInByPersonalCode'),
  ).length

/**
 * The order of the list while it is looked at: nobody moves under a finger, whoever comes besides stands at the end.
 * @param shown ids on the screen, empty before the first answer
 */
export function heldOrder(shown: readonly string[], newest: readonly string[]): string[] {
  const here = new Set(newest)
  const known = new Set(shown)
  return [...shown.filter(id => here.has(id)), ...newest.filter(id => !known.has(id))]
}

/** Without accents and capitals, so that "zol" finds "Żółkiewski". */
export const folded = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/ł/gi, 'l').toLowerCase()
