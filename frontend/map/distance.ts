import type { Box } from './answers'

const EARTH_KM = 6371
const STEP = 0.25
const REACH = 0.6

const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Great-circle distance in kilometres (haversine). */
export function kilometresBetween(lat: number, lon: number, otherLat: number, otherLon: number): number {
  const half =
    Math.sin(radians(otherLat - lat) / 2) ** 2 +
    Math.cos(radians(lat)) * Math.cos(radians(otherLat)) * Math.sin(radians(otherLon - lon) / 2) ** 2
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(half)))
}

/** A box of a hundred kilometres with edges on a grid of 28 km: all that leaves the device of where it is. */
export function coarseBox(lat: number, lon: number): Box {
  const down = (degrees: number) => Math.floor(degrees / STEP) * STEP
  const up = (degrees: number) => Math.ceil(degrees / STEP) * STEP
  return [down(lon - REACH * 1.6), down(lat - REACH), up(lon + REACH * 1.6), up(lat + REACH)]
}
