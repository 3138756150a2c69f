import { expect, test } from 'vitest'
import { steadied } from './steady'

test('the first answer is shown as it comes', () => {
  expect(steadied(null, ['a', 'b'])).toEqual({ order: ['a', 'b'], waiting: 0 })
})

test('what is new at the end moves nothing and is added at once', () => {
  expect(steadied(['a', 'b'], ['a', 'b', 'c'])).toEqual({ order: ['a', 'b', 'c'], waiting: 0 })
})

test('a row that left stays under the finger and is counted', () => {
  expect(steadied(['a', 'b', 'c'], ['a', 'c'])).toEqual({ order: ['a', 'b', 'c'], waiting: 1 })
})

test('a row that belongs between others waits', () => {
  expect(steadied(['a', 'c'], ['a', 'b', 'c'])).toEqual({ order: ['a', 'c'], waiting: 1 })
})

test('another order of the same rows is one change, not shown by itself', () => {
  expect(steadied(['a', 'b', 'c'], ['c', 'a', 'b'])).toEqual({ order: ['a', 'b', 'c'], waiting: 1 })
})

test('after everybody left, a new list starts afresh only when it is asked for', () => {
  expect(steadied(['a'], [])).toEqual({ order: ['a'], waiting: 1 })
  expect(steadied([], ['b'])).toEqual({ order: ['b'], waiting: 0 })
})
