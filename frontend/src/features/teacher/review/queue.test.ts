import { expect, test } from 'vitest'
import { pieceAfter, pieceAt } from './queue'

const none = new Set<string>()

test('the oldest comes first, and an asked piece before it', () => {
  expect(pieceAt(['a', 'b'], undefined, none)).toBe('a')
  expect(pieceAt(['a', 'b'], 'b', none)).toBe('b')
})

test('a piece that waits no longer can still be opened by its address', () => {
  expect(pieceAt(['a'], 'z', none)).toBe('z')
})

test('a decided piece is left behind', () => {
  expect(pieceAt(['a', 'b'], 'a', new Set(['a']))).toBe('b')
  expect(pieceAt(['a'], 'a', new Set(['a']))).toBeUndefined()
})

test('after the last one comes the first that was skipped', () => {
  expect(pieceAfter(['a', 'b', 'c'], 'c', new Set(['c', 'b']))).toBe('a')
  expect(pieceAfter(['a', 'b', 'c'], 'a', new Set(['a']))).toBe('b')
  expect(pieceAfter(['a'], 'a', new Set(['a']))).toBeUndefined()
})
