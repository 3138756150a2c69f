import { expect, test } from 'vitest'
import { bySearch } from './bySearch'
import { preselected, sameChoice } from './candidates'

const one = (studentId: string, state: { has?: boolean; ready?: boolean } = {}) => ({
  studentId,
  name: studentId,
  has: state.has ?? false,
  ready: state.ready ?? false,
  line: '',
})

test('those who are ready are chosen, and nobody else', () => {
  expect(preselected([one('a', { ready: true }), one('b'), one('c', { ready: true })])).toEqual(['a', 'c'])
})

test('where nobody is ready everybody is chosen who may get it', () => {
  expect(preselected([one('a'), one('b', { has: true }), one('c')])).toEqual(['a', 'c'])
})

test('a holder is never chosen, ready or not', () => {
  expect(preselected([one('a', { has: true, ready: true }), one('b')])).toEqual(['b'])
})

test('a quick choice is pressed only when it is exactly the choice', () => {
  expect(sameChoice(new Set(['a', 'b']), [one('a'), one('b')])).toBe(true)
  expect(sameChoice(new Set(['a', 'c']), [one('a'), one('b')])).toBe(false)
})

test('a badge is found without its accents and by any of its words', () => {
  const badges = ['Działam na rzecz środowiska', 'Debatuję z szacunkiem'].map(name => ({ name }))
  expect(bySearch(badges, 'srodow dzia')).toEqual([badges[0]])
  expect(bySearch(badges, '')).toHaveLength(2)
  expect(bySearch(badges, 'xyz')).toEqual([])
})
