import { expect, test } from 'vitest'
import type { Spot } from '../map/answers'
import { coarseBox, kilometresBetween } from '../map/distance'
import { grouped } from '../map/grouping'

test('a position leaves the device as a box on a grid of 28 km, the same for everybody there', () => {
  const doorstep = coarseBox(50.0614, 19.9366)
  expect(doorstep).toEqual(coarseBox(50.0671, 19.9412))
  expect(doorstep.every(edge => Number.isInteger(edge * 4))).toBe(true)
})

test('distances are those of a sphere', () => {
  expect(Math.round(kilometresBetween(52.2298, 21.0118, 50.0614, 19.9366))).toBe(253)
})

test('spots that would lie on each other are one button', () => {
  const spots = [0, 10, 100].map(x => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [x, 0] },
  })) as Spot[]
  const groups = grouped(spots, ({ geometry }) => ({ x: geometry.coordinates[0] ?? 0, y: 0 }), 44)
  expect(groups.map(group => group.length)).toEqual([2, 1])
})
