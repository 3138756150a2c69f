import { describe, expect, test } from 'vitest'
import { nameAs } from '../src/features/student/badges/badge'
import { linesShown } from '../src/features/student/feed/linesShown'
import { designState } from '../src/features/student/paths/states'
import { phaseOf, type StepInFull } from '../src/features/student/step/step'

const line = (id: string) => ({ id })

describe('the class feed does not jump', () => {
  test('at the first look every line is shown', () => {
    expect(linesShown([line('b'), line('a')], undefined)).toEqual({
      shown: [line('b'), line('a')],
      fresh: 0,
    })
  })

  test('lines above the ones seen wait and are counted', () => {
    const now = [line('d'), line('c'), line('b'), line('a')]
    expect(linesShown(now, new Set(['b', 'a']))).toEqual({ shown: [line('b'), line('a')], fresh: 2 })
  })

  test('a line further down that changed its id does not hide those above it', () => {
    const now = [line('b'), line('new'), line('a')]
    expect(linesShown(now, new Set(['b', 'old', 'a']))).toEqual({ shown: now, fresh: 0 })
  })

  test('when nothing seen is left, everything is new', () => {
    expect(linesShown([line('c')], new Set(['a']))).toEqual({ shown: [], fresh: 1 })
  })
})

describe('what a stranger reads', () => {
  const owner = { id: '1', givenName: 'Łucja', familyName: 'Żak', nickname: '', maySharePublicly: true }

  test('initials are the first letters', () => expect(nameAs('initials', owner)).toBe('Ł.Ż.'))
  test('without a nickname initials stand in', () => expect(nameAs('nickname', owner)).toBe('Ł.Ż.'))
  test('a nickname is shown as it is', () =>
    expect(nameAs('nickname', { ...owner, nickname: 'Lucy' })).toBe('Lucy'))
})

describe('what a step asks for', () => {
  const step = (changes: object) =>
    ({
      node: { state: 'open', kind: 'task' },
      verifiedBy: 'teacher',
      choices: [],
      needsTopic: false,
      submission: null,
      ...changes,
    }) as unknown as StepInFull
  const choices = (chosen: boolean) => [{ chosen: false }, { chosen }]

  test.each([
    ['nothing but work', step({}), 'work'],
    ['a choice first', step({ choices: choices(false), needsTopic: true }), 'choose'],
    ['then a topic', step({ choices: choices(true), needsTopic: true }), 'topic'],
    ['then patience', step({ needsTopic: true, node: { state: 'topic_proposed' } }), 'topicWaits'],
    [
      'then work',
      step({ needsTopic: true, node: { state: 'topic_agreed' }, submission: { topic: 'Ławki' } }),
      'work',
    ],
    ['again after a hint', step({ node: { state: 'not_yet' }, submission: { topic: '' } }), 'work'],
    ['reading, when it verifies itself', step({ verifiedBy: 'auto' }), 'confirm'],
    [
      'claiming, at the end',
      step({ verifiedBy: 'auto', node: { state: 'open', kind: 'credential' } }),
      'claim',
    ],
    ['waiting, while locked', step({ verifiedBy: 'auto', node: { state: 'locked' } }), 'locked'],
    ['nothing, when done', step({ node: { state: 'done' } }), 'done'],
  ] as const)('%s', (_name, asked, phase) => expect(phaseOf(asked)).toBe(phase))
})

test('a step that waits for the teacher is never drawn as the next one', () => {
  expect(designState('handed_in', true)).toBe('review')
  expect(designState('not_yet', true)).toBe('attention')
  expect(designState('open', true)).toBe('current')
  expect(designState('open', false)).toBe('open')
})
