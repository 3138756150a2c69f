import { stringifyDocument, type TypedDocumentNode } from '@urql/core'
import { useCallback, useRef, useState } from 'react'
import { useApi } from './ApiProvider'
import { type Delivered, deliver } from './deliver'
import type { Intent } from './intent'
import { refetchUnlessHeard } from './onScreen'
import type { UploadSlot } from './uploadSlots'

export type Sent<Data> =
  | { outcome: 'done'; payload: Data extends object ? NonNullable<Data[keyof Data]> : unknown }
  | { outcome: 'saved' }
  | Extract<Delivered, { problems: unknown }>

type SendOptions = {
  uploads?: UploadSlot[]
  /** Without a network keep it in the outbox and answer `saved`. Only for acts that lose nothing by coming late. */
  later?: boolean
}

/**
 * Sends a mutation that takes a `$key: ID!`. One intent has one key: the same variables after a broken connection
 * go out under the same key, so a second tap never does a thing twice.
 */
export function useSend<Data, Variables extends { key?: unknown }>(
  document: TypedDocumentNode<Data, Variables>,
) {
  const { client, outbox } = useApi()
  const [busy, setBusy] = useState(false)
  const unsent = useRef<{ said: string; key: string } | null>(null)
  const send = useCallback(
    async (
      variables: Omit<Variables, 'key'>,
      { uploads = [], later = false }: SendOptions = {},
    ): Promise<Sent<Data>> => {
      const said = JSON.stringify(variables)
      const key = unsent.current?.said === said ? unsent.current.key : crypto.randomUUID()
      const intent: Intent = {
        key,
        document: stringifyDocument(document),
        variables: variables as Record<string, unknown>,
        uploads,
        at: new Date().toISOString(),
      }
      setBusy(true)
      try {
        const result = await deliver(client, intent)
        unsent.current = result.outcome === 'unsent' ? { said, key } : null
        if (result.outcome === 'unsent' && later) {
          await outbox.keep(intent)
          unsent.current = null
          return { outcome: 'saved' }
        }
        if (result.outcome === 'done') refetchUnlessHeard(client)
        return result as Sent<Data>
      } finally {
        setBusy(false)
      }
    },
    [client, outbox, document],
  )
  return [send, busy] as const
}
