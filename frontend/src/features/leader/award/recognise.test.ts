import { describe, expect, test } from 'vitest'
import {
  badgesInOrder,
  badgesWaiting,
  eligible,
  eventFor,
  firstOrder,
  inSteadyOrder,
  queuedFor,
  type RecogniseView,
  type WaitingAward,
} from './recognise'

const person = (id: string, here = false, has = false) => ({ id, name: id, initials: id, here, has })
const badge = (id: string, kind = 'club_badge') => ({ id, name: id, kind, art: { svgUrl: '' } })
const act = (achievementId: string, ...userIds: string[]): WaitingAward => ({
  key: userIds.join(),
  at: '2026-11-22T10:00:00Z',
  variables: { groupId: 'g', achievementId, userIds },
})

test('recent badges come first, then the club’s own, and none comes twice', () => {
  const issued = badge('i', 'digital_badge')
  const view = { recent: [badge('c'), badge('a')], all: [issued, badge('a'), badge('b'), badge('c')] }
  expect(badgesInOrder(view).map(({ id }) => id)).toEqual(['c', 'a', 'b', 'i'])
})

describe('awards that wait on the phone', () => {
  const acts = [act('b1', 'ola', 'jan'), act('b2', 'ola')]

  test('count as badges, one for each person', () => {
    expect(badgesWaiting(acts)).toBe(3)
    expect(badgesWaiting([])).toBe(0)
  })

  test('take their people out of the choice for the same badge only', () => {
    const people = [person('ola'), person('jan'), person('ewa', false, true), person('iga')]
    expect(eligible(people, queuedFor('b1', acts)).map(({ id }) => id)).toEqual(['iga'])
    expect(eligible(people, queuedFor('b2', acts)).map(({ id }) => id)).toEqual(['jan', 'iga'])
  })
})

test('the meeting is named only when everybody who gets the badge was there', () => {
  const view = {
    people: [person('ola', true), person('jan')],
    event: { id: 'e1', title: '', startsAt: '', endsAt: '' },
  } as unknown as RecogniseView
  expect(eventFor(view, new Set(['ola']))).toBe('e1')
  expect(eventFor(view, new Set(['ola', 'jan']))).toBeNull()
})

test('faces hold still: who is checked in later keeps their place, who is new stands last', () => {
  const shown = firstOrder([person('ola'), person('jan', true), person('ewa')])
  expect(shown).toEqual(['jan', 'ola', 'ewa'])
  const later = [person('new', true), person('ewa', true), person('jan', true), person('ola')]
  expect(inSteadyOrder(shown, later).map(({ id }) => id)).toEqual(['jan', 'ola', 'ewa', 'new'])
})
