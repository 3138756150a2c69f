import { Trans, useLingui } from '@lingui/react/macro'
import { useMemo, useState } from 'react'
import { Select } from '@/design/Field'
import type { Board, BoardRow } from './board'
import { classStep } from './cells'
import { ListRow } from './ListRow'
import type { useTicking } from './useTicking'

type BoardListProps = { board: Board; rows: readonly BoardRow[]; ticking: ReturnType<typeof useTicking> }

/** A card a student. One step is chosen once for the whole lesson; from then on one tap ticks it for a person. */
export function BoardList({ board, rows, ticking }: BoardListProps) {
  const { t } = useLingui()
  const usual = useMemo(() => classStep(board.rows, board.steps.length), [board])
  const [chosen, setChosen] = useState<string | null>(null)
  const step = board.steps.find(({ id }) => id === chosen) ?? board.steps[usual]
  return (
    <>
      <Select
        label={t`Step to tick`}
        hint={t`One tap beside a name ticks this step.`}
        value={step?.id ?? ''}
        onChange={event => setChosen(event.target.value)}
      >
        {board.steps.map((one, place) => (
          <option key={one.id} value={one.id}>
            {place + 1}. {one.title}
          </option>
        ))}
      </Select>
      <ul className="stack stack-tight board-list">
        {rows.map(row => (
          <ListRow key={row.studentId} board={board} row={row} step={step} ticking={ticking} />
        ))}
      </ul>
      {rows.length === 0 && (
        <p className="quiet">
          <Trans>Nobody is here now.</Trans>
        </p>
      )}
    </>
  )
}
