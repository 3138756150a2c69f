import { msg } from '@lingui/core/macro'
import type { StepState } from '@/design/State'

/** One character a step, as `ClassBoard.rows.cells` carries it. */
export const CELLS = ['d', 'h', 't', 'n', 'a', 'c', '.'] as const
export type Cell = (typeof CELLS)[number]

export const CELL_WORDS = {
  d: msg`done`,
  h: msg`to review`,
  t: msg`topic to agree`,
  n: msg`not yet`,
  a: msg`topic agreed`,
  c: msg`action chosen`,
  '.': msg`to do`,
} satisfies Record<Cell, unknown>

export const CELL_STATES: Record<Cell, StepState> = {
  d: 'done',
  h: 'review',
  t: 'review',
  n: 'attention',
  a: 'current',
  c: 'current',
  '.': 'open',
}

/** The class name of a cell's shape; the dot of an open step is no letter. */
export const cellShape = (cell: Cell) => `cell cell-${cell === '.' ? 'o' : cell}`

/** Something waits in this cell for the teacher's decision. */
export const waits = (cell: Cell) => cell === 'h' || cell === 't'

/** A character this version does not know yet reads as a step to do. */
export const asCell = (character: string | undefined): Cell => CELLS.find(cell => cell === character) ?? '.'

/** A row of a student who is not on the path has no cells: it reads as all open. */
export const cellsOf = (row: { cells: string }, steps: number): Cell[] =>
  Array.from({ length: steps }, (_, place) => asCell(row.cells[place]))

/**
 * The step that most of the class stands before: what a teacher ticks in a lesson is nearly always this one.
 * @returns its place, the earlier one of two; 0 for an empty class
 */
export function classStep(rows: readonly { cells: string }[], steps: number): number {
  const standing = Array.from({ length: steps }, () => 0)
  for (const { cells } of rows) {
    const next = [...cells].findIndex(cell => cell !== 'd')
    if (next >= 0) standing[next] = (standing[next] ?? 0) + 1
  }
  return Math.max(0, standing.indexOf(Math.max(...standing)))
}
