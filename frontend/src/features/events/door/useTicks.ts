import { plural } from '@lingui/core/macro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useApi } from '@/api/ApiProvider'
import type { Intent } from '@/api/intent'
import { useNetwork } from '@/api/network'
import { useSend } from '@/api/useSend'
import { useToast } from '@/design/Toast'
import { CheckInPeople, UndoCheckIn } from './documents'
import { momentOfTick, waitingCodes, waitingTicks } from './ticks'

type Mark = { here: boolean; answered: unknown }

/**
 * One tap ticks or unticks a person. The tap shows at once and holds until the list was asked again; without a
 * network it waits on the phone with the moment it was made, and the server counts nobody twice.
 * @param screen the answer on the screen; a new object means a newer answer
 */
export function useTicks(eventId: string, screen: { closesAt: string } | null | undefined) {
  const say = useToast()
  const { outbox, waiting } = useApi()
  const { online } = useNetwork()
  const [tick] = useSend(CheckInPeople)
  const [untick] = useSend(UndoCheckIn)
  const [marks, setMarks] = useState<ReadonlyMap<string, Mark>>(new Map())
  const [kept, setKept] = useState<Intent[]>([])
  const closesAt = screen?.closesAt
  const newest = useRef(screen)
  newest.current = screen

  // The count of waiting things changes with every one that is kept or sent.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asks the outbox again when the count has changed.
  useEffect(() => {
    let left = false
    void outbox.all().then(intents => {
      if (!left) setKept(intents)
    })
    return () => {
      left = true
    }
  }, [outbox, waiting])

  const mark = useCallback((ids: readonly string[], here: boolean, answered: unknown) => {
    setMarks(all => new Map([...all, ...ids.map(id => [id, { here, answered }] as const)]))
  }, [])

  const change = useCallback(
    async (ids: readonly string[], here: boolean): Promise<boolean> => {
      mark(ids, here, null)
      const at = online || !closesAt ? null : momentOfTick(closesAt, new Date())
      for (const sent of here
        ? [await tick({ eventId, userIds: [...ids], at }, { later: true })]
        : await oneByOne(ids, userId => untick({ eventId, userId }, { later: true }))) {
        if (sent.outcome !== 'refused' && sent.outcome !== 'unsent') continue
        mark(ids, !here, newest.current)
        say({ text: sent.problems[0]?.message })
        return false
      }
      mark(ids, here, newest.current)
      return true
    },
    [tick, untick, eventId, closesAt, online, mark, say],
  )

  const tickAll = useCallback(
    async (ids: readonly string[]): Promise<void> => {
      if (!(await change(ids, true))) return
      say({
        text: plural(ids.length, { one: '# person ticked as here', other: '# people ticked as here' }),
        undo: () => void change(ids, false),
      })
    },
    [change, say],
  )

  const queued = waitingTicks(kept, eventId)
  return {
    change,
    tickAll,
    /** Waits on the phone. */
    isQueued: (id: string) => queued.has(id),
    isHere: (id: string, known: boolean): boolean => {
      const one = marks.get(id)
      if (one && (one.answered === null || one.answered === screen)) return one.here
      return queued.get(id) ?? known
    },
    codesWaiting: waitingCodes(kept, eventId),
  }
}

async function oneByOne<Answer>(
  ids: readonly string[],
  send: (id: string) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = []
  for (const id of ids) answers.push(await send(id))
  return answers
}
