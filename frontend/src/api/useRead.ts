import type { AnyVariables, TypedDocumentNode } from '@urql/core'
import { useCallback, useDeferredValue } from 'react'
import { useQuery } from 'urql'

export type Read<Data> = {
  /** The newest known answer, from the network or from the phone. */
  data: Data | undefined
  /** Nothing to show yet. */
  loading: boolean
  /** Nothing to show, and no answer is to be had now. */
  failed: boolean
  /** What is shown is the server's newest answer, not a remembered one that is being asked again. */
  fresh: boolean
  reload: () => void
}

/** Reads for one screen. A failed refresh keeps what is shown; the line about the network says how old it is. */
export function useRead<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  // biome-ignore lint/complexity/noBannedTypes: asks whether a call without variables is allowed.
  ...[variables]: {} extends Variables ? [Variables?] : [Variables]
): Read<Data> {
  const [{ data, fetching, stale }, execute] = useQuery<Data, AnyVariables>({
    query: document,
    variables: (variables ?? {}) as AnyVariables,
  })
  const reload = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute])
  const answer = data ?? undefined
  // The first answer fills an empty screen. Deferred, React draws it in slices and the phone keeps answering taps;
  // what changes later is drawn at once.
  const first = useDeferredValue(answer)
  const known = first === undefined ? undefined : answer
  const waiting = fetching || stale || answer !== undefined
  return {
    data: known,
    loading: known === undefined && waiting,
    failed: known === undefined && !waiting,
    fresh: known !== undefined && !fetching && !stale,
    reload,
  }
}
