import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useSearch } from 'wouter'
import { Segmented } from '@/design/Choice'
import { useSteady } from '../steady/useSteady'
import { WaitingChanges } from '../steady/WaitingChanges'
import { BoardList } from './BoardList'
import { type Board, rowsFor } from './board'
import { Legend } from './Legend'
import { Matrix } from './Matrix'
import { useTicking } from './useTicking'

type View = 'list' | 'matrix'
const PLACE = 'kotylion.board'
const WIDE = '(min-width: 64rem)'

/** The list is the phone's default, the matrix the laptop's; a choice is remembered on the device. */
function chosenView(): View {
  const kept = localStorage.getItem(PLACE)
  if (kept === 'list' || kept === 'matrix') return kept
  return matchMedia(WIDE).matches ? 'matrix' : 'list'
}

export function Standing({ board, fresh }: { board: Board; fresh: boolean }) {
  const { t } = useLingui()
  const only = new URLSearchParams(useSearch()).get('only')
  const [view, setView] = useState(chosenView)
  const ticking = useTicking(board)
  return (
    <div className="stack">
      <div className="row spread">
        <Segmented
          legend={t`View`}
          value={view}
          onChange={chosen => {
            localStorage.setItem(PLACE, chosen)
            setView(chosen)
          }}
          options={[
            { value: 'list', label: t`List` },
            { value: 'matrix', label: t`Matrix` },
          ]}
        />
        <Legend />
      </div>
      {only && (
        <p className="quiet" role="status">
          {only === 'ready' ? (
            <Trans>You see only those who are ready.</Trans>
          ) : (
            <Trans>You see only those who are stuck.</Trans>
          )}
        </p>
      )}
      <SteadyRows
        key={`${board.pathId}:${only}`}
        board={board}
        only={only}
        view={view}
        ticking={ticking}
        fresh={fresh}
      />
    </div>
  )
}

type SteadyRowsProps = {
  board: Board
  only: string | null
  fresh: boolean
  view: View
  ticking: ReturnType<typeof useTicking>
}

/** A new filter or another path starts a new order; news of the same one never moves a row. */
function SteadyRows({ board, only, view, ticking, fresh }: SteadyRowsProps) {
  const { rows, waiting, show } = useSteady(rowsFor(board.rows, only), row => row.studentId, fresh)
  const newest = new Map(board.rows.map(row => [row.studentId, row]))
  const shown = rows.map(row => newest.get(row.studentId) ?? row)
  return (
    <>
      <WaitingChanges count={waiting} onShow={show} />
      {view === 'list' ? (
        <BoardList board={board} rows={shown} ticking={ticking} />
      ) : (
        <Matrix board={board} rows={shown} ticking={ticking} />
      )}
    </>
  )
}
