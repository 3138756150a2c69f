import { Client, type CombinedError, fetchExchange, mapExchange } from '@urql/core'
import { offlineExchange } from '@urql/exchange-graphcache'
import { makeDefaultStorage } from '@urql/exchange-graphcache/default-storage'
import { fetchByDocumentId } from './documentId'
import { noteAnswer, noteNoNetwork } from './network'
import { onScreenExchange } from './onScreen'
import type { Person } from './person'
import { goToSignIn } from './signOut'

const DAYS_KEPT = 30

/**
 * The GraphQL client of one person. What was read stays in an IndexedDB of that person's own, so that lists open
 * without a network; queries are shown from there at once and asked again. Writes made without a network go
 * through the outbox, never through this cache.
 */
export function createClient(person: Person): Client {
  const storage = makeDefaultStorage({ idbName: `kotylion-cache-${person.id}`, maxAge: DAYS_KEPT })
  return new Client({
    url: '/graphql/',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetch: fetchByDocumentId,
    exchanges: [
      onScreenExchange,
      offlineExchange({ storage }),
      mapExchange({
        onResult(result) {
          if (result.data && !result.error) noteAnswer()
        },
        onError(error) {
          if (isNoNetwork(error)) noteNoNetwork()
          if (isSignedOut(error)) void goToSignIn()
        },
      }),
      fetchExchange,
    ],
  })
}

/** The request never reached the server or its answer never came back. */
export const isNoNetwork = (error: CombinedError | undefined) =>
  Boolean(error?.networkError && error.response === undefined)

const isSignedOut = (error: CombinedError) =>
  error.response?.status === 401 ||
  error.graphQLErrors.some(({ extensions }) => extensions['code'] === 'UNAUTHENTICATED')
