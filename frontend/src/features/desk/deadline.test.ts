import { describe, expect, it } from 'vitest'
import { deadlineOf } from './deadline'

describe('deadlineOf', () => {
  const now = new Date('2026-11-22T12:00:00Z')
  it.each([
    ['2026-11-22T11:59:59Z', 'late'],
    ['2026-11-22T12:00:00Z', 'soon'],
    ['2026-11-23T12:00:00Z', 'soon'],
    ['2026-11-23T12:00:01Z', 'later'],
  ])('%s is %s', (dueAt, expected) => {
    expect(deadlineOf(dueAt, now)).toBe(expected)
  })
})
