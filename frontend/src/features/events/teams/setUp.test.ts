import { expect, test } from 'vitest'
import { dealt, membersOf, shuffled } from './setUp'

test('people are dealt evenly and nobody is left out', () => {
  const places = dealt(['a', 'b', 'c', 'd', 'e'], [{ key: 'x' }, { key: 'y' }])
  expect(membersOf(places, 'x')).toEqual(['a', 'c', 'e'])
  expect(membersOf(places, 'y')).toEqual(['b', 'd'])
})

test('without teams nobody is dealt', () => {
  expect(dealt(['a'], []).size).toBe(0)
})

test('another order has the same people', () => {
  expect(shuffled(['a', 'b', 'c'], () => 0)).toEqual(['b', 'c', 'a'])
  expect(shuffled(['a', 'b', 'c'], () => 0.999)).toEqual(['a', 'b', 'c'])
  expect(shuffled([])).toEqual([])
})
