import { type Exchange, makeResult, type Operation, type OperationResult } from '@urql/core'
import { filter, fromPromise, map, merge, mergeMap, pipe, share } from 'wonka'
import type { Answer, AnswerStore } from './answerStore'
import { isPassing } from './errors'

/**
 * Shows the last known answer of a query at once, asks the server meanwhile, and keeps what it said. Without a
 * network, or while the server is busy, the last known answer stands as it is: offline is normal.
 *
 * Answers are kept whole, one for each query with its variables. A normalised cache would merge the same things
 * across queries, but here facts already say which queries to ask again, and whole answers cost 7 KB less to load
 * and can never be half there.
 */
export function lastKnownExchange(store: Pick<AnswerStore, 'get' | 'put'>): Exchange {
  const known = new Map<number, Answer>()

  const shown = (
    { operation, answer }: { operation: Operation; answer: Answer },
    stale: boolean,
  ): OperationResult => ({
    ...makeResult(operation, { data: answer.data }),
    stale,
    hasNext: false,
  })

  async function recall(operation: Operation): Promise<{ operation: Operation; answer: Answer | undefined }> {
    const inMemory = known.get(operation.key)
    const answer = inMemory ?? (await store.get(operation.key))
    // The network may have been faster than the phone's own disk: never put an older answer over a newer one.
    if (!inMemory && known.has(operation.key)) return { operation, answer: undefined }
    if (answer) known.set(operation.key, answer)
    return { operation, answer }
  }

  function keep(result: OperationResult): OperationResult {
    const { operation, data, error } = result
    if (operation.kind !== 'query') return result
    if (data && !error) {
      const answer = { key: operation.key, data, at: Date.now() }
      known.set(operation.key, answer)
      void store.put(answer)
      return result
    }
    const answer = known.get(operation.key)
    return answer && isPassing(error) ? shown({ operation, answer }, false) : result
  }

  return ({ forward }) =>
    operations$ => {
      const shared$ = pipe(operations$, share)
      const recalled$ = pipe(
        shared$,
        filter(({ kind, context }) => kind === 'query' && context.requestPolicy !== 'network-only'),
        mergeMap(operation => fromPromise(recall(operation))),
        filter(recalled => recalled.answer !== undefined),
        map(recalled => shown(recalled as { operation: Operation; answer: Answer }, true)),
      )
      return merge([recalled$, pipe(shared$, forward, map(keep))])
    }
}
