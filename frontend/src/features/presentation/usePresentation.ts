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
  const [tapped, setTapped] = useState<Partial<Presentation>>({})
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  const waiting = useRef(0)

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

  /** `seen` is what the screen shows of it until the server has answered. */
  function change(changes: Changes, seen: Partial<Presentation> = {}): Promise<boolean> {
    setTapped(last => ({ ...last, ...seen }))
    waiting.current += 1
    const done = queue.current.then(async () => {
      const sent = await send({ id, ...changes })
      waiting.current -= 1
      if (waiting.current === 0) setTapped({})
      return take(sent)
    })
    queue.current = done.catch(() => undefined)
    return done
  }

  // What was read after the last act is newer than what the act answered.
  const known = changed && changed.since === data ? changed.page : (data?.presentation ?? undefined)
  const page = known && { ...known, ...tapped }
  return { page, loading, failed, reload, version, problem, change, take }
}

export type Editing = ReturnType<typeof usePresentation>
