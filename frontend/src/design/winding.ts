const PLACES = [0, 1, 2, 1] as const

/** Sideways place (0 to 2 swings) of the step at a position in the whole path. */
export function swingOf(position: number): number {
  return PLACES[position % PLACES.length] ?? 0
}

/** The cord from one place to the next, in a box two wide and one high: leaves and arrives upright. */
export function cordBetween(from: number, to: number): string {
  return `M${from} 0C${from} .5 ${to} .5 ${to} 1`
}
