import { Trans, useLingui } from '@lingui/react/macro'
import { type CSSProperties, useCallback, useMemo, useRef } from 'react'
import { useLocation } from 'wouter'
import { type Board, type BoardRow, sectionsOf } from './board'
import { type Cell, cellsOf, waits } from './cells'
import { MatrixRow } from './MatrixRow'
import { useRovingCells } from './useRovingCells'
import type { useTicking } from './useTicking'

type MatrixProps = { board: Board; rows: readonly BoardRow[]; ticking: ReturnType<typeof useTicking> }

/** A plain table. One cell is a tab stop, arrows walk; a tap ticks, and opens the piece where one waits. */
export function Matrix({ board, rows, ticking }: MatrixProps) {
  const { t } = useLingui()
  const [, go] = useLocation()
  const table = useRef<HTMLTableElement>(null)
  const onKeyDown = useRovingCells(table)
  const sections = useMemo(() => sectionsOf(board.steps), [board.steps])
  const titles = useMemo(() => board.steps.map(({ title }) => title), [board.steps])
  const required = useMemo(
    () => board.steps.flatMap((step, place) => (step.required ? [place] : [])),
    [board.steps],
  )
  const shown = rows.map(row => {
    const server = cellsOf(row, board.steps.length)
    const { enrollmentId } = row
    if (!enrollmentId) return ''
    return board.steps.map(({ id }, place) => ticking.marked(enrollmentId, id) ?? server[place]).join('')
  })

  const { change } = ticking
  const { groupId, steps } = board
  const press = useCallback(
    (row: BoardRow, place: number, from: Cell) => {
      const step = steps[place]
      if (!step || !row.enrollmentId) return
      if (waits(from) && row.submissionId) return go(`/classes/${groupId}/review/${row.submissionId}`)
      void change({
        enrollmentId: row.enrollmentId,
        stepId: step.id,
        stepTitle: step.title,
        name: row.name,
        from,
      })
    },
    [change, go, groupId, steps],
  )

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard.
    <section className="matrix" aria-label={t`Students and steps`} tabIndex={0}>
      <table ref={table} onKeyDown={onKeyDown} style={{ '--steps': steps.length } as CSSProperties}>
        <thead>
          <tr className="matrix-sections">
            <th scope="col" rowSpan={2}>
              <Trans>Student</Trans>
            </th>
            {sections.map(section => (
              <th key={section.first} scope="colgroup" colSpan={section.steps}>
                {section.title}
              </th>
            ))}
            <th scope="col" rowSpan={2}>
              <Trans>Done</Trans>
            </th>
          </tr>
          <tr className="matrix-steps">
            {board.steps.map((step, place) => (
              <th key={step.id} scope="col">
                <span>
                  {place + 1}. {step.title}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <MatrixRow
              key={row.studentId}
              row={row}
              cells={shown[index] ?? ''}
              titles={titles}
              required={required}
              groupId={groupId}
              onPress={press}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}
