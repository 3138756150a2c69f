import type { ResultOf } from '@/api/graphql'
import type { ClassBoard } from './documents'

export type Board = NonNullable<ResultOf<typeof ClassBoard>['classBoard']>
export type BoardRow = Board['rows'][number]
export type BoardStep = Board['steps'][number]

/** Rows that a counter asked for; all without one. */
export function rowsFor(rows: readonly BoardRow[], only: string | null): readonly BoardRow[] {
  if (only === 'stuck') return rows.filter(row => row.stuck)
  if (only === 'ready') return rows.filter(row => row.ready)
  return rows
}

/** Neighbouring steps of one section, for a heading above them. */
export function sectionsOf(
  steps: readonly { section: string }[],
): { title: string; steps: number; first: number }[] {
  const sections: { title: string; steps: number; first: number }[] = []
  steps.forEach((step, place) => {
    const last = sections.at(-1)
    if (last && last.title === step.section) last.steps += 1
    else sections.push({ title: step.section, steps: 1, first: place })
  })
  return sections
}
