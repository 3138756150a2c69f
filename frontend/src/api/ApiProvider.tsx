import type { Client } from '@urql/core'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { Provider } from 'urql'
import { createClient } from './client'
import { deliver } from './deliver'
import { onNetworkTurn } from './network'
import { refetch } from './onScreen'
import { Outbox } from './outbox'
import { OutboxStore } from './outboxStore'
import type { Person } from './person'
import type { Problem } from './problems'

type Api = { client: Client; outbox: Outbox; waiting: number; person: Person }

const ApiContext = createContext<Api | null>(null)
const RETRY_MS = 30_000

export function useApi(): Api {
  const api = useContext(ApiContext)
  if (!api) throw new Error('Screens stand inside ApiProvider.')
  return api
}

type ApiProviderProps = { person: Person; onRefused: (problems: Problem[]) => void; children: ReactNode }

/** The client and the outbox of one person. `onRefused` hears about things sent later that the server refused. */
export function ApiProvider({ person, onRefused, children }: ApiProviderProps) {
  const [waiting, onCount] = useState(0)
  const client = useMemo(() => createClient(person), [person])
  const outbox = useMemo(
    () =>
      new Outbox(new OutboxStore(person.id), intent => deliver(client, intent), {
        onCount,
        onRefused,
        onSent: () => refetch(client),
      }),
    [client, person, onRefused],
  )
  useEffect(() => {
    const send = () => void outbox.empty()
    send()
    const timer = window.setInterval(send, RETRY_MS)
    const forget = onNetworkTurn(send)
    return () => {
      window.clearInterval(timer)
      forget()
    }
  }, [outbox])
  const api = useMemo(() => ({ client, outbox, waiting, person }), [client, outbox, waiting, person])
  return (
    <Provider value={client}>
      <ApiContext value={api}>{children}</ApiContext>
    </Provider>
  )
}
