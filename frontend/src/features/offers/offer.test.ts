import { describe, expect, it } from 'vitest'
import { leavesAtOnce, mailed, reached } from './offer'

const counts = {
  total: 10,
  waiting: 3,
  sent: 2,
  opened: 1,
  failed: 1,
  held: 1,
  declined: 1,
  expired: 0,
  cancelled: 1,
  claimRate: 20,
}

describe('letters that have left', () => {
  it('leaves out what was cancelled and what never arrived', () => {
    expect(mailed({ counts })).toEqual({ done: 5, of: 9 })
  })
})

describe('letters that reached somebody', () => {
  it('are those answered, over or waiting for an answer', () => {
    expect(reached({ counts })).toBe(5)
  })
})

describe('an act that can still be undone', () => {
  it('leaves at once, or on the day it was planned for', () => {
    const undoUntil = '2026-11-22T10:10:00Z'
    expect(leavesAtOnce({ undoUntil, sendAt: '2026-11-22T10:10:00Z' })).toBe(true)
    expect(leavesAtOnce({ undoUntil, sendAt: '2026-11-23T08:00:00Z' })).toBe(false)
  })
})
