import { stringifyDocument, type TypedDocumentNode } from '@urql/core'
import { useCallback, useEffect, useState } from 'react'
import { useApi } from './ApiProvider'

export type Waiting<Variables> = { key: string; at: string; variables: Variables }

/** What the phone keeps of one kind of act until there is a network, the oldest first, and the way to forget one. */
export function useWaiting<Data, Variables>(document: TypedDocumentNode<Data, Variables>) {
  const { outbox, waiting: count } = useApi()
  const [acts, setActs] = useState<readonly Waiting<Variables>[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the count says that the queue is another one now.
  useEffect(() => {
    let left = false
    const text = stringifyDocument(document)
    void outbox.waiting().then(intents => {
      const mine = intents.filter(intent => intent.document === text)
      if (!left)
        setActs(mine.map(({ key, at, variables }) => ({ key, at, variables: variables as Variables })))
    })
    return () => {
      left = true
    }
  }, [outbox, document, count])
  const drop = useCallback((key: string) => outbox.drop(key), [outbox])
  return [acts, drop] as const
}
