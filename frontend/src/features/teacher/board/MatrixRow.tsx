import { useLingui } from '@lingui/react/macro'
import { memo } from 'react'
import { Link } from '@/design/Link'
import type { BoardRow } from './board'
import { asCell, CELL_WORDS, type Cell, cellShape } from './cells'

type MatrixRowProps = {
  row: BoardRow
  /** One character a step, with the taps that are still on their way; empty when not on the path. */
  cells: string
  titles: readonly string[]
  /** Places of the required steps: optional ones never count against anybody. */
  required: readonly number[]
  groupId: string
  onPress: (row: BoardRow, place: number, from: Cell) => void
}

/** Drawn again only when its own cells change: a tap touches one row of thirty. */
export const MatrixRow = memo(
  function MatrixRow({ row, cells, titles, required, groupId, onPress }: MatrixRowProps) {
    const { i18n, t } = useLingui()
    const mark = row.stuck ? t`stuck` : row.ready ? t`ready` : ''
    return (
      <tr>
        <th scope="row">
          <Link to={`/classes/${groupId}/students/${row.studentId}`} className="board-name">
            {row.name}
          </Link>
          {mark && <small className={row.stuck ? 'mark-stuck' : 'mark-ready'}>{mark}</small>}
        </th>
        {titles.map((title, place) => {
          const cell = asCell(cells[place])
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the place in the path is the identity of a cell.
            <td key={place}>
              {cells && (
                <button
                  type="button"
                  tabIndex={-1}
                  className={cellShape(cell)}
                  aria-label={`${row.name}, ${title}: ${i18n._(CELL_WORDS[cell])}`}
                  onClick={() => onPress(row, place, cell)}
                />
              )}
            </td>
          )
        })}
        <td className="numbers">
          {cells && `${required.filter(place => cells[place] === 'd').length}/${required.length}`}
        </td>
      </tr>
    )
  },
  (before, after) =>
    before.cells === after.cells &&
    before.titles === after.titles &&
    before.onPress === after.onPress &&
    before.row.name === after.row.name &&
    before.row.stuck === after.row.stuck &&
    before.row.ready === after.row.ready &&
    before.row.submissionId === after.row.submissionId,
)
