import { describe, expect, test } from 'vitest'
import { changesOf, type Description, meet, missingIn, settled, shown, untranslated } from './merging'
import { raised, replaced, withWords } from './rows'

const none = { pl: null, en: null, uk: null }
const empty = {
  name: none,
  description: none,
  artAlt: none,
  otherConditions: none,
  assessorNote: none,
  participationNote: none,
  howToEarn: none,
  feedbackExamples: none,
  qualityAssurance: none,
  accessibility: none,
  learningOutcomes: [],
  activities: [],
  tags: [],
} as unknown as Description
const described = (over: Partial<Record<keyof Description, unknown>>) =>
  ({ ...empty, ...over }) as Description

test('what is written lies over the draft, language by language', () => {
  const draft = described({ name: { pl: 'Debata', en: null, uk: null }, tags: ['a'] })
  const seen = shown(draft, { 'name.uk': 'Дебати', tags: ['b'] })
  expect([seen.name, seen.tags]).toEqual([{ pl: 'Debata', en: null, uk: 'Дебати' }, ['b']])
  expect(changesOf({ 'name.uk': 'Дебати', 'name.pl': 'D', tags: ['b'] }, ['name.uk', 'tags'])).toEqual({
    name: { uk: 'Дебати' },
    tags: ['b'],
  })
})

test('white space, empty rows and made-up ids are no difference', () => {
  expect(settled(' Debata ')).toBe(settled('Debata'))
  expect(settled([{ id: 'o-1', text: { pl: 'Umie', en: '' }, criteria: [{}] }])).toBe(
    settled([{ text: { pl: 'Umie', uk: null }, criteria: [], id: 'o-2' }]),
  )
  expect(settled(null)).toBe(settled(''))
})

describe('a newer draft comes', () => {
  const before = described({ name: { pl: 'Debata', en: null, uk: null }, tags: [] })

  test('what is saved stays as it was typed', () => {
    const now = described({ name: { pl: 'Debata oksfordzka', en: null, uk: null } })
    const met = meet(before, now, { 'name.pl': 'Debata oksfordzka ' }, new Set())
    expect(met).toEqual({ written: { 'name.pl': 'Debata oksfordzka ' }, unsaved: new Set(), clashes: [] })
  })

  test('what somebody else changed since is shown', () => {
    const now = described({ name: { pl: 'Ich nazwa', en: null, uk: null } })
    expect(meet(before, now, { 'name.pl': 'Moja' }, new Set()).written).toEqual({})
  })

  test('what is not saved yet stays, and clashes only in the same place', () => {
    const now = described({ name: { pl: 'Ich nazwa', en: null, uk: null }, tags: [] })
    const met = meet(before, now, { 'name.pl': 'Moja', tags: ['x'] }, new Set(['name.pl', 'tags']))
    expect(met.clashes).toEqual(['name.pl'])
    expect([...met.unsaved]).toEqual(['name.pl', 'tags'])
    expect(met.written).toEqual({ 'name.pl': 'Moja', tags: ['x'] })
  })
})

test('missing languages are counted where another one says something', () => {
  expect(missingIn({ pl: 'a', en: ' ', uk: null })).toEqual(['en', 'uk'])
  expect(missingIn(none)).toEqual([])
  const draft = described({
    name: { pl: 'a', en: 'b', uk: null },
    learningOutcomes: [{ id: 'o', text: { pl: 'u', en: null, uk: null }, criteria: [{ uk: 'к' }] }],
  })
  expect(untranslated(draft)).toEqual({ pl: 1, en: 2, uk: 2 })
})

test('rows are replaced, left out and raised', () => {
  expect(replaced(['a', 'b'], 1, 'c')).toEqual(['a', 'c'])
  expect(replaced(['a', 'b'], 0, null)).toEqual(['b'])
  expect(raised(['a', 'b', 'c'], 2)).toEqual(['a', 'c', 'b'])
  expect(raised(['a', 'b'], 0)).toEqual(['a', 'b'])
  expect(withWords({ pl: 'a' }, 'uk', 'б')).toEqual({ pl: 'a', en: null, uk: 'б' })
})
