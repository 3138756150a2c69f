import { type Client, type Exchange, getOperationName, makeOperation, type Operation } from '@urql/core'
import { onPush, pipe } from 'wonka'

const active = new Map<number, Operation>()
let askedAt = 0

/** Remembers which queries stand on the screen now, so that a fact can ask for exactly these again. */
export const onScreenExchange: Exchange =
  ({ forward }) =>
  operations$ =>
    pipe(
      operations$,
      onPush(operation => {
        if (operation.kind === 'query') active.set(operation.key, operation)
        else if (operation.kind === 'teardown') active.delete(operation.key)
      }),
      forward,
    )

/**
 * Asks the server again for the queries on the screen.
 * @param names operation names; without them everything on the screen (after a reconnect)
 */
export function refetch(client: Client, names?: readonly string[]): void {
  askedAt = Date.now()
  for (const operation of active.values()) {
    const name = getOperationName(operation.query)
    if (names && !(name && names.includes(name))) continue
    client.reexecuteOperation(
      makeOperation('query', operation, { ...operation.context, requestPolicy: 'network-only' }),
    )
  }
}

const PATIENCE_MS = 700

/** After a write: the fact it causes asks again. Where none is heard (no socket just now), ask without it. */
export function refetchUnlessHeard(client: Client): void {
  const from = Date.now()
  setTimeout(() => {
    if (askedAt < from) refetch(client)
  }, PATIENCE_MS)
}
