import { Client, fetchExchange } from '@urql/core'
import { beforeEach, expect, test } from 'vitest'
import { pipe, subscribe } from 'wonka'
import type { Answer } from '../src/api/answerStore'
import { lastKnownExchange } from '../src/api/lastKnown'

const BADGES = `
  query MyBadges {
    myBadges {
      name
    }
  }
`
let kept: Map<number, Answer>
let reply: () => Promise<Response>

const store = {
  get: async (key: number) => kept.get(key),
  put: async (answer: Answer) => void kept.set(answer.key, answer),
}
const says = (name: string) => async () =>
  new Response(JSON.stringify({ data: { myBadges: [{ name }] } }), {
    headers: { 'Content-Type': 'application/json' },
  })
const noNetwork = () => Promise.reject(new TypeError('Failed to fetch'))

/** Opens the screen on a phone that has just been started, and notes what it shows until it is calm. */
async function open(): Promise<{ shown: (string | null)[]; failed: boolean }> {
  const client = new Client({
    url: 'http://localhost/graphql/',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetch: () => reply(),
    exchanges: [lastKnownExchange(store), fetchExchange],
  })
  const shown: (string | null)[] = []
  let failed = false
  const { unsubscribe } = pipe(
    client.query<{ myBadges: { name: string }[] }>(BADGES, {}),
    subscribe(({ data, error, stale }) => {
      shown.push(data ? `${data.myBadges[0]?.name}${stale ? ' (asking)' : ''}` : null)
      failed = Boolean(error)
    }),
  )
  await new Promise(resolve => setTimeout(resolve, 20))
  unsubscribe()
  return { shown, failed }
}

beforeEach(() => {
  kept = new Map()
})

test('the first time the screen shows what the server says', async () => {
  reply = says('Debata')
  expect(await open()).toEqual({ shown: ['Debata'], failed: false })
})

test('the next time the last known answer stands at once, then the new one', async () => {
  reply = says('Debata')
  await open()
  reply = says('Wywiad')
  expect((await open()).shown).toEqual(['Debata (asking)', 'Wywiad'])
})

test('without a network the badge list opens as it was, and that is no failure', async () => {
  reply = says('Debata')
  await open()
  reply = noNetwork
  expect(await open()).toEqual({ shown: ['Debata (asking)', 'Debata'], failed: false })
})

test('without a network and without anything known it says so', async () => {
  reply = noNetwork
  expect(await open()).toEqual({ shown: [null], failed: true })
})

const refuses = (code: string) => async () =>
  new Response(JSON.stringify({ data: null, errors: [{ message: 'No', extensions: { code } }] }), {
    headers: { 'Content-Type': 'application/json' },
  })

test('a busy server leaves the last known answer on the screen', async () => {
  reply = says('Debata')
  await open()
  reply = refuses('RATE_LIMITED')
  expect(await open()).toEqual({ shown: ['Debata (asking)', 'Debata'], failed: false })
})

test('what may no longer be seen is not covered by an old answer', async () => {
  reply = says('Debata')
  await open()
  reply = refuses('NOT_FOUND')
  expect(await open()).toEqual({ shown: ['Debata (asking)', null], failed: true })
})
