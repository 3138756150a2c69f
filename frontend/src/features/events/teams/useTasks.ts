import { useCallback, useRef, useState } from 'react'
import { useSend } from '@/api/useSend'
import { useToast } from '@/design/Toast'
import type { Board } from './board'
import { CompleteTeamTask, UndoTeamTask } from './documents'

type Mark = { done: boolean; answered: unknown }
const place = (teamId: string, taskId: string) => `${teamId}:${taskId}`

/** Ticks of tasks: each shows at once, holds until the board was asked again, and falls back when refused. */
export function useTasks(board: Board) {
  const say = useToast()
  const [complete] = useSend(CompleteTeamTask)
  const [undo] = useSend(UndoTeamTask)
  const [marks, setMarks] = useState<ReadonlyMap<string, Mark>>(new Map())
  const newest = useRef(board)
  newest.current = board
  const { eventId } = board

  const change = useCallback(
    async (teamId: string, taskId: string, done: boolean): Promise<void> => {
      const mark = (now: boolean, answered: unknown) =>
        setMarks(all => new Map(all).set(place(teamId, taskId), { done: now, answered }))
      mark(done, null)
      const sent = await (done ? complete : undo)({ eventId, teamId, taskId }, { later: true })
      const failed = sent.outcome === 'refused' || sent.outcome === 'unsent'
      if (failed) say({ text: sent.problems[0]?.message })
      // What waits on the phone keeps its mark; the next answer of the server after it was sent takes over.
      if (sent.outcome !== 'saved') mark(failed ? !done : done, newest.current)
    },
    [complete, undo, eventId, say],
  )

  const isDone = (teamId: string, taskId: string, known: boolean): boolean => {
    const mark = marks.get(place(teamId, taskId))
    return mark && (mark.answered === null || mark.answered === board) ? mark.done : known
  }
  return { change, isDone }
}
