import { expect, test } from 'vitest'
import { folded, heldOrder, momentOfTick, waitingCodes, waitingTicks } from './ticks'

const intent = (name: string, variables: Record<string, unknown>) => ({
  key: crypto.randomUUID(),
  document: `mutation ${name}($eventId: ID!) { x }`,
  variables,
  uploads: [],
  at: '2026-11-22T10:00:00Z',
})

test('of several taps for one person the last one counts', () => {
  const waiting = waitingTicks(
    [
      intent('CheckInPeople', { eventId: 'e', userIds: ['a', 'b'] }),
      intent('UndoCheckIn', { eventId: 'e', userId: 'a' }),
    ],
    'e',
  )
  expect([...waiting]).toEqual([
    ['a', false],
    ['b', true],
  ])
})

test('taps for another event and other acts do not count', () => {
  const intents = [
    intent('CheckInPeople', { eventId: 'other', userIds: ['a'] }),
    intent('HandIn', { eventId: 'e', userIds: ['a'] }),
    intent('CheckInByPersonalCode', { eventId: 'e', code: 'x' }),
  ]
  expect(waitingTicks(intents, 'e').size).toBe(0)
  expect(waitingCodes(intents, 'e')).toBe(1)
})

test('nobody moves: who is new stands at the end, who is gone leaves', () => {
  expect(heldOrder([], ['a', 'b'])).toEqual(['a', 'b'])
  expect(heldOrder(['a', 'c'], ['a', 'b', 'c'])).toEqual(['a', 'c', 'b'])
  expect(heldOrder(['c', 'a'], ['a', 'c'])).toEqual(['c', 'a'])
  expect(heldOrder(['a', 'b'], ['b'])).toEqual(['b'])
})

test('a tick after the closing counts from the closing', () => {
  const closes = '2026-11-22T18:00:00.000Z'
  expect(momentOfTick(closes, new Date('2026-11-22T17:59:59Z'))).toBe('2026-11-22T17:59:59.000Z')
  expect(momentOfTick(closes, new Date('2026-11-22T18:00:01Z'))).toBe(closes)
})

test('a name is found without its accents', () => {
  expect(folded('Łucja Żółkiewska')).toBe('lucja zolkiewska')
})
