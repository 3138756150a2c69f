import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Envelope, isOwn, queriesFor } from '../src/live/facts'
import { Gathering } from '../src/live/gathering'

const envelope = (
  fact: string,
  about: Record<string, unknown> = {},
  scope: string | null = null,
): Envelope => ({
  fact,
  about,
  scope,
  at: '2026-11-21T10:00:00Z',
})

const facts = {
  'paths.StepCompleted': ['QuestMap', 'StudentHome'],
  'credentials.CredentialAwarded': ({ about }: Envelope) =>
    about['recipient_id'] === 'ola' ? ['MyBadges'] : [],
}

test('a fact asks for the queries its feature names', () => {
  expect(queriesFor(envelope('paths.StepCompleted'), [facts])).toEqual(['QuestMap', 'StudentHome'])
  expect(queriesFor(envelope('credentials.CredentialAwarded', { recipient_id: 'ola' }), [facts])).toEqual([
    'MyBadges',
  ])
})

test('a fact nobody listens to asks for nothing', () => {
  expect(queriesFor(envelope('clubs.ClubClosed'), [facts])).toEqual([])
})

test('resync asks for everything on the screen', () => {
  expect(queriesFor(envelope('core.Resync'), [facts])).toBeNull()
})

test('a fact is my own when it has no group or names me, also in a list', () => {
  expect(isOwn(envelope('people.SettingsChanged'), 'ola')).toBe(true)
  expect(isOwn(envelope('x', { student_id: 'ola' }, '2b'), 'ola')).toBe(true)
  expect(isOwn(envelope('x', { recipients: ['taras', 'ola'] }, '2b'), 'ola')).toBe(true)
  expect(isOwn(envelope('x', { student_id: 'taras' }, '2b'), 'ola')).toBe(false)
})

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('thirty badges in one wave ask once', () => {
  const asked: unknown[] = []
  const gathering = new Gathering(names => asked.push(names))
  for (let person = 0; person < 30; person++) gathering.add(['ClassBoard'], 100 + person)
  vi.advanceTimersByTime(1000)
  expect(asked).toEqual([['ClassBoard']])
})

test('an own fact brings the waiting ones forward; everything swallows names', () => {
  const asked: unknown[] = []
  const gathering = new Gathering(names => asked.push(names))
  gathering.add(['ClassFeed'], 300)
  gathering.add(['MyBadges'], 0)
  vi.advanceTimersByTime(0)
  expect(asked).toEqual([['ClassFeed', 'MyBadges']])
  gathering.add(['ClassFeed'], 10)
  gathering.add(null, 10)
  vi.advanceTimersByTime(1000)
  expect(asked).toEqual([['ClassFeed', 'MyBadges'], undefined])
})

test('a fact nobody listens to sets no timer', () => {
  const asked: unknown[] = []
  new Gathering(names => asked.push(names)).add([], 0)
  vi.advanceTimersByTime(1000)
  expect(asked).toEqual([])
})
