import { describe, expect, it } from 'vitest'
import { asAddress } from './application'

describe('an address of work', () => {
  it('gets the scheme that people leave out', () => {
    expect(asAddress('example.org/plakat')).toBe('https://example.org/plakat')
    expect(asAddress('http://example.org')).toBe('http://example.org')
  })
})
