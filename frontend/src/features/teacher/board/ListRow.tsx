import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Check } from 'lucide-react'
import { memo } from 'react'
import { Card } from '@/design/Card'
import { Link } from '@/design/Link'
import { ProgressStrip } from '@/design/ProgressStrip'
import { State } from '@/design/State'
import type { Board, BoardRow, BoardStep } from './board'
import { CELL_STATES, cellsOf, waits } from './cells'
import type { useTicking } from './useTicking'

type ListRowProps = {
  board: Board
  row: BoardRow
  step: BoardStep | undefined
  ticking: ReturnType<typeof useTicking>
}

export const ListRow = memo(function ListRow({ board, row, step, ticking }: ListRowProps) {
  const { t } = useLingui()
  const { enrollmentId } = row
  const server = cellsOf(row, board.steps.length)
  const cells = board.steps.map(
    ({ id }, place) => (enrollmentId && ticking.marked(enrollmentId, id)) || server[place] || '.',
  )
  const place = step ? board.steps.indexOf(step) : -1
  const cell = cells[place] ?? '.'
  // As the student sees it: optional steps never count against anybody.
  const required = cells.filter((_, at) => board.steps[at]?.required)
  const done = required.filter(one => one === 'd').length
  const reviews = cells.filter(waits).length
  const student = `/classes/${board.groupId}/students/${row.studentId}`
  const steps = t`${done} of ${required.length} steps`
  const said =
    reviews > 0 ? `${steps}, ${plural(reviews, { one: '# to review', other: '# to review' })}` : steps
  return (
    <Card as="li">
      <div className="board-row">
        <div className="grow stack stack-tight">
          <div className="row spread">
            <Link to={student} className="board-name">
              {row.name}
            </Link>
            <span className="quiet numbers">
              {done}/{required.length}
            </span>
          </div>
          <ProgressStrip states={cells.map(one => CELL_STATES[one])} label={`${row.name}: ${said}`} />
          {(row.review || row.stuck || row.ready) && (
            <div className="row">
              {row.review && (
                <Link
                  to={row.submissionId ? `/classes/${board.groupId}/review/${row.submissionId}` : student}
                >
                  <State state="review">
                    <Trans>to review</Trans>
                  </State>
                </Link>
              )}
              {row.stuck && (
                <State state="attention">
                  <Trans>stuck</Trans>
                </State>
              )}
              {row.ready && (
                <State state="done">
                  <Trans>ready</Trans>
                </State>
              )}
            </div>
          )}
        </div>
        {step && enrollmentId && (
          <button
            type="button"
            className="tick"
            aria-pressed={cell === 'd'}
            aria-label={t`${step.title}: ${row.name}`}
            onClick={() =>
              void ticking.change({
                enrollmentId,
                stepId: step.id,
                stepTitle: step.title,
                name: row.name,
                from: cell,
              })
            }
          >
            <Check aria-hidden="true" strokeWidth={3} />
          </button>
        )}
      </div>
    </Card>
  )
})
