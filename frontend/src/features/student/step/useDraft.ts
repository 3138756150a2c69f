import { useCallback, useState } from 'react'
import { useApi } from '@/api/ApiProvider'
import type { StepInFull } from './step'

/** What was written but not sent yet. */
export type Draft = { topic?: string; text?: string; link?: string; reflection?: string }

/** Keeps what is being written on this phone, for this person and step, until it is sent. */
export function useDraft(step: StepInFull) {
  const { person } = useApi()
  const place = `kotylion.draft.${person.id}.${step.enrollmentId}.${step.node.id}`
  const [draft, setDraft] = useState<Draft>(() => read(place))
  const keep = useCallback(
    (change: Draft) =>
      setDraft(current => {
        const changed = { ...current, ...change }
        localStorage.setItem(place, JSON.stringify(changed))
        return changed
      }),
    [place],
  )
  const forget = useCallback(() => {
    localStorage.removeItem(place)
    setDraft({})
  }, [place])
  return [draft, keep, forget] as const
}

function read(place: string): Draft {
  try {
    return JSON.parse(localStorage.getItem(place) ?? '{}')
  } catch {
    return {}
  }
}
