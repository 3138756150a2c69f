import type { ResultOf } from '@/api/graphql'
import type { RosterImport } from './documents'

export type Import = NonNullable<ResultOf<typeof RosterImport>['rosterImport']>
export type ImportRow = Import['rows'][number]
/** What a person decided of one row, by its line in the file. */
export type Decision =
  | { givenName: string; familyName: string }
  | { studentId: string }
  | { newPerson: true }
  | { leaveOut: true }
export type Decisions = Readonly<Record<string, Decision>>

/** Field → column, as the server takes it. */
export const mappingOf = (columns: Import['columns']): Record<string, number> =>
  Object.fromEntries(columns.filter(({ field }) => field).map(({ field, index }) => [field, index]))

/** The same with one column given to a field; a field stands in one column only. */
export function mapped(columns: Import['columns'], index: number, field: string): Record<string, number> {
  const kept = Object.entries(mappingOf(columns)).filter(([name, at]) => at !== index && name !== field)
  return Object.fromEntries(field ? [...kept, [field, index]] : kept)
}
