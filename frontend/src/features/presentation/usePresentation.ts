import { useRef, useState } from 'react'
import type { VariablesOf } from '@/api/graphql'
import { useRead } from '@/api/useRead'
import { type Sent, useSend } from '@/api/useSend'
import { ChangePresentation, PresentationDocument } from './documents'
import type { Presentation } from './presentation'

type Changes = Omit<VariablesOf<typeof ChangePresentation>, 'id' | 'key'>
type Answer = { act: { presentation: Presentation | null } | null }

/** The page as it stands, and how to change it: one change after the other, each seen in the preview at once. */
export function usePresentation(id: string) {
  const { data, loading, failed, reload } = useRead(PresentationDocument, { id })
  const [send] = useSend(ChangePresentation)
  const [changed, setChanged] = useState<{ page: Presentation; since: unknown }>()
  const [version, setVersion] = useState(0)
  const [problem, setProblem] = useState<string>()
  const queue = useRef<Promise<unknown>>(Promise.resolve())

  /** Takes over what an act answered. Says whether it was done. */
  function take(sent: Sent<Answer>): boolean {
    if (sent.outcome !== 'done') {
      setProblem(sent.outcome === 'saved' ? undefined : sent.problems[0]?.message)
      return false
    }
    const page = sent.payload.presentation
    if (page) setChanged({ page, since: data })
    setProblem(undefined)
    setVersion(last => last + 1)
    return true
  }

  function change(changes: Changes): Promise<boolean> {
    const done = queue.current.then(async () => take(await send({ id, ...changes })))
    queue.current = done.catch(() => undefined)
    return done
  }

  // What was read after the last act is newer than what the act answered.
  const page = changed && changed.since === data ? changed.page : (data?.presentation ?? undefined)
  return { page, loading, failed, reload, version, problem, change, take }
}

export type Editing = ReturnType<typeof usePresentation>
