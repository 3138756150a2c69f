import type { ResultOf } from '@/api/graphql'
import type { AwardScreenDocument } from './documents'

export type Candidate = NonNullable<ResultOf<typeof AwardScreenDocument>['awardScreen']>['candidates'][number]

const ids = (candidates: readonly Candidate[]) => candidates.map(({ studentId }) => studentId)

/** Who may get it: everybody who does not hold it yet. */
export const eligible = (candidates: readonly Candidate[]) => candidates.filter(({ has }) => !has)

/** Who has met the requirements. */
export const ready = (candidates: readonly Candidate[]) => candidates.filter(one => one.ready && !one.has)

/** Chosen at first: those who are ready; where nobody is, because no path asks for this badge, all who may get it. */
export function preselected(candidates: readonly Candidate[]): string[] {
  const finished = ready(candidates)
  return ids(finished.length > 0 ? finished : eligible(candidates))
}

export const sameChoice = (chosen: ReadonlySet<string>, candidates: readonly Candidate[]) =>
  chosen.size === candidates.length && candidates.every(({ studentId }) => chosen.has(studentId))
