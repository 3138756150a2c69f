import { Client, fetchExchange, mapExchange } from '@urql/core'
import { AnswerStore } from './answerStore'
import { fetchByDocumentId } from './documentId'
import { isNoNetwork, isSignedOut } from './errors'
import { lastKnownExchange } from './lastKnown'
import { noteAnswer, noteNoNetwork } from './network'
import { onScreenExchange } from './onScreen'
import type { Person } from './person'
import { goToSignIn } from './signOut'

/**
 * The GraphQL client of one person. What was read is kept in an IndexedDB of that person's own and shown at once
 * the next time, while the server is asked again. Writes made without a network go through the outbox.
 */
export function createClient(person: Person): Client {
  return new Client({
    url: '/graphql/',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetch: fetchByDocumentId,
    exchanges: [
      onScreenExchange,
      lastKnownExchange(new AnswerStore(person.id)),
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
