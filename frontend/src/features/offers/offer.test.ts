import { describe, expect, it } from 'vitest'
import { mailed } from './offer'

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
