import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { useApi } from '@/api/ApiProvider'
import { refetch } from '@/api/onScreen'
import { goToSignIn } from '@/api/signOut'
import { type FactTable, isOwn, queriesFor } from './facts'
import { Gathering } from './gathering'
import { spread } from './spread'

const LiveContext = createContext(false)

/** True while the socket is open. */
export const useLive = () => useContext(LiveContext)

type Props = {
  facts: FactTable
  /** What other parts listen for; loaded with the socket. */
  furtherFacts: () => Promise<readonly FactTable[]>
  children: ReactNode
}

/** Live is a hint, the query is the truth: every fact only says which queries on the screen to ask again. */
export function LiveProvider({ facts, furtherFacts, children }: Props) {
  const { client, person, outbox } = useApi()
  const [connected, setConnected] = useState(false)
  useEffect(() => {
    const gathering = new Gathering(names => refetch(client, names))
    let stop = () => {}
    let left = false
    // The socket's code comes after the first screen: words first, then live.
    void Promise.all([import('./connection'), furtherFacts()]).then(([{ listen }, further]) => {
      if (left) return
      stop = listen({
        onState: setConnected,
        onEnvelope: envelope =>
          gathering.add(queriesFor(envelope, [facts, ...further]), spread(isOwn(envelope, person.id))),
        onBack() {
          void outbox.empty()
          gathering.add(null, 0)
        },
        onSignedOut: () => void goToSignIn(),
      })
    })
    return () => {
      left = true
      stop()
      gathering.stop()
    }
  }, [client, person, outbox, facts, furtherFacts])
  return <LiveContext value={connected}>{children}</LiveContext>
}
