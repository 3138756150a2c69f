import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { useApi } from '@/api/ApiProvider'
import { refetch } from '@/api/onScreen'
import { goToSignIn } from '@/api/signOut'
import { listen } from './connection'
import { type FactTable, isOwn, queriesFor } from './facts'
import { spread } from './spread'

const LiveContext = createContext(false)

/** True while the socket is open. */
export const useLive = () => useContext(LiveContext)

/** Live is a hint, the query is the truth: every fact only says which queries on the screen to ask again. */
export function LiveProvider({ facts, children }: { facts: readonly FactTable[]; children: ReactNode }) {
  const { client, person, outbox } = useApi()
  const [connected, setConnected] = useState(false)
  useEffect(
    () =>
      listen({
        onState: setConnected,
        onEnvelope(envelope) {
          const names = queriesFor(envelope, facts)
          if (names?.length === 0) return
          const wait = spread(isOwn(envelope, person.id))
          if (wait === 0) refetch(client, names ?? undefined)
          else window.setTimeout(() => refetch(client, names ?? undefined), wait)
        },
        onBack() {
          void outbox.empty()
          refetch(client)
        },
        onSignedOut: () => void goToSignIn(),
      }),
    [client, person, outbox, facts],
  )
  return <LiveContext value={connected}>{children}</LiveContext>
}
