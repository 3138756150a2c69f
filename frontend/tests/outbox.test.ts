import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import type { Delivered } from '../src/api/deliver'
import type { Intent } from '../src/api/intent'
import { Outbox } from '../src/api/outbox'
import { OutboxStore } from '../src/api/outboxStore'
import type { Problem } from '../src/api/problems'

const DONE: Delivered = { outcome: 'done', payload: {} }
const UNSENT: Delivered = { outcome: 'unsent', problems: [] }
const CLOSED: Problem = { field: '', code: 'STEP_CLOSED', message: 'This step is closed.' }

const intent = (key: string, second: number): Intent => ({
  key,
  document: 'mutation HandIn { handIn { errors { code } } }',
  variables: {},
  uploads: [],
  at: `2026-11-21T10:00:0${second}.000Z`,
})

let person = 0
let answers: Record<string, Delivered>
let sent: string[]
let counts: number[]
let refused: Problem[]
let rounds: number

function phone(personId: string): { outbox: Outbox; store: OutboxStore } {
  const store = new OutboxStore(personId)
  const send = async ({ key }: Intent) => {
    sent.push(key)
    return answers[key] ?? DONE
  }
  const watcher = {
    onCount: (waiting: number) => counts.push(waiting),
    onRefused: (problems: Problem[]) => refused.push(...problems),
    onSent: () => {
      rounds += 1
    },
  }
  return { outbox: new Outbox(store, send, watcher), store }
}

beforeEach(() => {
  person += 1
  answers = {}
  sent = []
  counts = []
  refused = []
  rounds = 0
})

test('what was tapped first is sent first, under the keys of the taps', async () => {
  const { outbox, store } = phone(`p${person}`)
  await outbox.keep(intent('second', 2))
  await outbox.keep(intent('first', 1))
  await outbox.empty()
  expect(sent).toEqual(['first', 'second'])
  expect(await store.all()).toEqual([])
  expect(counts).toEqual([1, 2, 2, 1, 0])
  expect(rounds).toBe(1)
})

test('without a network everything stays, in order, and the next round tries again', async () => {
  const { outbox, store } = phone(`p${person}`)
  await outbox.keep(intent('first', 1))
  await outbox.keep(intent('second', 2))
  answers = { first: UNSENT }
  await outbox.empty()
  expect(sent).toEqual(['first'])
  expect((await store.all()).map(({ key }) => key)).toEqual(['first', 'second'])
  expect(rounds).toBe(0)
  answers = {}
  await outbox.empty()
  expect(sent).toEqual(['first', 'first', 'second'])
  expect(await store.all()).toEqual([])
})

test('a refused one leaves the queue, is told, and blocks nobody', async () => {
  const { outbox, store } = phone(`p${person}`)
  await outbox.keep(intent('first', 1))
  await outbox.keep(intent('second', 2))
  answers = { first: { outcome: 'refused', problems: [CLOSED] } }
  await outbox.empty()
  expect(refused).toEqual([CLOSED])
  expect(sent).toEqual(['first', 'second'])
  expect(await store.all()).toEqual([])
})

test('rounds started at the same time send each thing once', async () => {
  const { outbox } = phone(`p${person}`)
  await outbox.keep(intent('first', 1))
  await Promise.all([outbox.empty(), outbox.empty(), outbox.empty()])
  expect(sent).toEqual(['first'])
})

test('two people on one device never see what the other saved', async () => {
  await phone(`p${person}-ola`).outbox.keep(intent('first', 1))
  const { outbox, store } = phone(`p${person}-taras`)
  await outbox.empty()
  expect(await store.all()).toEqual([])
  expect(sent).toEqual([])
})
