import { describe, expect, it } from 'vitest'
import { earlier, toggled } from './presentation'

describe('the order of badges on a page', () => {
  it('puts what is chosen last and takes out what is not', () => {
    expect(toggled(['a', 'b'], 'c', true)).toEqual(['a', 'b', 'c'])
    expect(toggled(['a', 'b'], 'a', true)).toEqual(['b', 'a'])
    expect(toggled(['a', 'b'], 'a', false)).toEqual(['b'])
  })

  it('moves a badge one place earlier, the first and an unknown one nowhere', () => {
    expect(earlier(['a', 'b', 'c'], 'c')).toEqual(['a', 'c', 'b'])
    expect(earlier(['a', 'b'], 'a')).toEqual(['a', 'b'])
    expect(earlier(['a', 'b'], 'x')).toEqual(['a', 'b'])
  })
})
