import { useLingui } from '@lingui/react/macro'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useSend } from '@/api/useSend'
import { useToast } from '@/design/Toast'
import type { Cell } from './cells'
import { TickStep, UntickStep } from './documents'

type Mark = { cell: Cell; answered: unknown }
type Ticked = { enrollmentId: string; stepId: string; stepTitle: string; name: string; from: Cell }

const place = (enrollmentId: string, stepId: string) => `${enrollmentId}:${stepId}`

/**
 * One tap ticks or unticks a step. The tap shows at once; it holds until the board that was asked after the
 * server's answer is here, and falls back when the server refuses.
 * @param board the answer on the screen; a new object means a newer answer
 */
export function useTicking(board: unknown) {
  const { t } = useLingui()
  const say = useToast()
  const [tick] = useSend(TickStep)
  const [untick] = useSend(UntickStep)
  const [marks, setMarks] = useState<ReadonlyMap<string, Mark>>(new Map())
  const newest = useRef(board)
  newest.current = board

  const change = useCallback(
    async ({ enrollmentId, stepId, stepTitle, name, from }: Ticked, silent = false): Promise<void> => {
      const done = from !== 'd'
      const at = place(enrollmentId, stepId)
      const mark = (cell: Cell, answered: unknown) =>
        setMarks(all => new Map(all).set(at, { cell, answered }))
      mark(done ? 'd' : '.', null)
      const sent = await (done ? tick : untick)({ enrollmentId, stepId })
      if (sent.outcome !== 'done') {
        mark(from, newest.current)
        if (sent.outcome !== 'saved') say({ text: `${name}: ${sent.problems[0]?.message ?? ''}` })
        return
      }
      mark(done ? 'd' : '.', newest.current)
      if (silent) return
      const back = done ? 'd' : '.'
      say({
        text: done ? t`Ticked: ${name} – ${stepTitle}` : t`No longer ticked: ${name} – ${stepTitle}`,
        undo: () => void change({ enrollmentId, stepId, stepTitle, name, from: back }, true),
      })
    },
    [tick, untick, say, t],
  )

  /** The mark of a tap, while the board does not tell yet. */
  const marked = useCallback(
    (enrollmentId: string, stepId: string): Cell | undefined => {
      const mark = marks.get(place(enrollmentId, stepId))
      return mark && (mark.answered === null || mark.answered === board) ? mark.cell : undefined
    },
    [marks, board],
  )
  return useMemo(() => ({ change, marked }), [change, marked])
}
