import { useSyncExternalStore } from 'react'

type Network = {
  online: boolean /** Moment of the newest answer, ISO; null when there was none. */
  since: string | null
}

const PLACE = 'kotylion.answered'
let state: Network = { online: true, since: localStorage.getItem(PLACE) }
const listeners = new Set<() => void>()

function change(next: Network): void {
  const turned = next.online !== state.online
  state = next
  // Times move with every answer; only the turn from on to off is worth drawing again.
  if (turned) for (const listener of listeners) listener()
}

export function noteAnswer(): void {
  const since = new Date().toISOString()
  localStorage.setItem(PLACE, since)
  change({ online: true, since })
}

export function noteNoNetwork(): void {
  change({ ...state, online: false })
}

addEventListener('offline', noteNoNetwork)
addEventListener('online', () => change({ ...state, online: true }))

export function onNetworkTurn(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const networkNow = (): Network => state
export const useNetwork = (): Network => useSyncExternalStore(onNetworkTurn, networkNow)
