import type { ResultOf } from '@/api/graphql'
import type { SkillsMap } from './documents'

export type Skills = ResultOf<typeof SkillsMap>['skillsMap']
export type Skill = Skills['skills'][number]
export type Area = Skills['areas'][number]

/** Which layers are shown, along the layers of the map. */
export type Shown = readonly boolean[]

/** Counts of the layers that are shown; a hidden layer counts nothing. */
export const only = (counts: readonly number[], shown: Shown): number[] =>
  counts.map((count, at) => (shown[at] ? count : 0))

export const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0)

/** For each term what was there by its end, layer by layer. */
export function together(terms: readonly (readonly number[])[]): number[][] {
  const found: number[][] = []
  for (const counts of terms) {
    const before = found[found.length - 1] ?? []
    found.push(counts.map((count, at) => count + (before[at] ?? 0)))
  }
  return found
}

/** How many skills each layer holds in all. */
export const byLayer = (areas: readonly Area[], layers: number): number[] =>
  Array.from({ length: layers }, (_, at) => sum(areas.map(({ counts }) => counts[at] ?? 0)))

/** Where each part of a bar begins and how long it is, for a longest bar of `most`. */
export function segments(
  counts: readonly number[],
  most: number,
): { at: number; from: number; long: number }[] {
  let from = 0
  return counts.flatMap((count, at) => {
    if (count === 0) return []
    const part = { at, from: (from * 100) / most, long: (count * 100) / most }
    from += count
    return [part]
  })
}
