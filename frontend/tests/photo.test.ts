import { expect, test } from 'vitest'
import { attempts, fitted, LONGEST_SIDE } from '../src/design/photo'

test('a photo of a phone is fitted to 2048 px on its longest side and keeps its shape', () => {
  expect(fitted({ width: 4000, height: 3000 })).toEqual({ width: 2048, height: 1536 })
  expect(fitted({ width: 3000, height: 4000 })).toEqual({ width: 1536, height: 2048 })
})

test('a small picture is not blown up, a hair-thin one keeps a pixel', () => {
  expect(fitted({ width: 800, height: 600 })).toEqual({ width: 800, height: 600 })
  expect(fitted({ width: 20_000, height: 3 })).toEqual({ width: 2048, height: 1 })
})

test('attempts go from the best to the smallest and end', () => {
  const tried = [...attempts({ width: 4000, height: 3000 })]
  expect(tried[0]).toEqual({ width: LONGEST_SIDE, height: 1536, quality: 0.85 })
  expect(tried.length).toBe(24)
  expect(tried.at(-1)).toEqual({ width: 486, height: 365, quality: 0.5 })
  const weights = tried.map(({ width, height, quality }) => width * height * quality)
  expect(Math.max(...weights)).toBe(weights[0])
})
