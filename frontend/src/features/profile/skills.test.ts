import { describe, expect, it } from 'vitest'
import { byLayer, only, segments, sum, together } from './skills'

const area = (counts: number[]) => ({ code: 'a', name: 'A', counts, esco: [] })

describe('the skills map', () => {
  it('counts only the layers that are shown', () => {
    expect(only([3, 2, 1, 4], [true, false, true, false])).toEqual([3, 0, 1, 0])
    expect(sum([3, 0, 1, 0])).toBe(4)
  })

  it('adds up what came term by term', () => {
    expect(
      together([
        [1, 0],
        [0, 0],
        [2, 3],
      ]),
    ).toEqual([
      [1, 0],
      [1, 0],
      [3, 3],
    ])
    expect(together([])).toEqual([])
  })

  it('knows how much each layer holds', () => {
    expect(byLayer([area([1, 2]), area([0, 4])], 2)).toEqual([1, 6])
  })

  it('lays the parts of a bar end to end and leaves out empty ones', () => {
    expect(segments([1, 0, 3], 8)).toEqual([
      { at: 0, from: 0, long: 12.5 },
      { at: 2, from: 12.5, long: 37.5 },
    ])
  })
})
