import type { Spot } from './answers'

/** Spots whose buttons would lie on each other, together; `at` tells pixels. The first of a group gives its place. */
export function grouped(
  spots: Spot[],
  at: (spot: Spot) => { x: number; y: number },
  apart: number,
): Spot[][] {
  const groups: { x: number; y: number; spots: Spot[] }[] = []
  for (const spot of spots) {
    const { x, y } = at(spot)
    const near = groups.find(group => Math.abs(group.x - x) < apart && Math.abs(group.y - y) < apart)
    if (near) near.spots.push(spot)
    else groups.push({ x, y, spots: [spot] })
  }
  return groups.map(group => group.spots)
}
