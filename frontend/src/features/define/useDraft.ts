import { useCallback, useEffect, useRef, useState } from 'react'
import type { Problem } from '@/api/problems'
import type { UploadSlot } from '@/api/uploadSlots'
import { useSend } from '@/api/useSend'
import { AddBadgePicture, SaveDraft } from './documents/editor'
import { changesOf, type Draft, meet, partOf, shown, type Written } from './merging'

const PAUSE = 700
const CLASH = 'WRITTEN_MEANWHILE'

export type Saving = 'saved' | 'writing' | 'saving' | 'unsent' | 'refused'

/** A draft that saves itself a moment after the last letter, part by part. */
export function useDraft(first: Draft, reload: () => void) {
  const [draft, setDraft] = useState(first)
  const [written, setWritten] = useState<Written>({})
  const [clashes, setClashes] = useState<readonly string[]>([])
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [saving, setSaving] = useState<Saving>('saved')
  const [send] = useSend(SaveDraft)
  const [sendPicture] = useSend(AddBadgePicture)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  // What a save in flight has to see is newer than what React drew last.
  const now = useRef({ draft, written, unsaved: new Set<string>() as ReadonlySet<string> })
  const flight = useRef<Promise<void>>(null)

  const receive = useCallback((fresh: Draft) => {
    const { draft: old, written: mine, unsaved } = now.current
    if (fresh.revision < old.revision) return
    const met = meet(old.description, fresh.description, mine, unsaved)
    now.current = { ...now.current, draft: fresh, written: met.written, unsaved: met.unsaved }
    setDraft(fresh)
    setWritten(met.written)
    setClashes(met.clashes)
  }, [])

  const sendUnsaved = useCallback(async () => {
    /** One part that cannot be kept does not hold the others up: they go without it. */
    async function sendAllBut(refused: ReadonlySet<string>): Promise<void> {
      const { draft: base, written: mine, unsaved } = now.current
      const keys = [...unsaved].filter(key => !refused.has(partOf(key)))
      if (keys.length === 0) return
      setSaving('saving')
      const changes = changesOf(mine, keys)
      const sent = await send({ draftId: base.id, revision: base.revision, changes })
      if (sent.outcome === 'done' && sent.payload.draft) {
        const late = keys.filter(key => now.current.written[key] !== mine[key])
        const later = [...now.current.unsaved].filter(key => !keys.includes(key))
        now.current.unsaved = new Set([...late, ...later])
        receive({ ...base, ...sent.payload.draft })
        if (refused.size === 0) setProblems([])
        setSaving(refused.size > 0 ? 'refused' : now.current.unsaved.size > 0 ? 'writing' : 'saved')
      } else if (sent.outcome === 'unsent') {
        setSaving('unsent')
      } else if (sent.outcome !== 'saved' && sent.outcome !== 'done') {
        const wrong = new Set<string>(sent.problems.map(({ field }) => field))
        setProblems(sent.problems.filter(({ code }) => code !== CLASH))
        setSaving('refused')
        if (sent.problems.some(({ code }) => code === CLASH)) reload()
        if (refused.size === 0 && keys.some(key => wrong.has(partOf(key)))) await sendAllBut(wrong)
      }
    }
    clearTimeout(timer.current)
    await sendAllBut(new Set())
  }, [send, receive, reload])

  /** Saves what is not saved yet, after what is on its way. */
  const save = useCallback((): Promise<void> => {
    const saved = (flight.current ?? Promise.resolve()).then(sendUnsaved)
    flight.current = saved
    return saved
  }, [sendUnsaved])
  /** Sends a picture and makes it the draft's. Answers why it was refused, "" without a network, or nothing. */
  const addPicture = useCallback(
    async (slot: UploadSlot): Promise<string | undefined> => {
      await save()
      const base = now.current.draft
      const given = { draftId: base.id, revision: base.revision, uploadId: slot.slot }
      const sent = await sendPicture(given, { uploads: [slot] })
      if (sent.outcome === 'unsent') return ''
      if (sent.outcome === 'done' && sent.payload.draft) receive({ ...base, ...sent.payload.draft })
      else if ('problems' in sent) {
        if (sent.problems.some(({ code }) => code === CLASH)) reload()
        return sent.problems[0]?.message
      }
      return undefined
    },
    [save, sendPicture, receive, reload],
  )
  const write = useCallback(
    (key: string, value: unknown) => {
      const mine = { ...now.current.written, [key]: value }
      now.current = { ...now.current, written: mine, unsaved: new Set([...now.current.unsaved, key]) }
      setWritten(mine)
      setProblems(known => known.filter(({ field }) => field !== partOf(key)))
      setSaving('writing')
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void save(), PAUSE)
    },
    [save],
  )

  /** Two people wrote in the same place: one of both texts stays. */
  const settle = useCallback(
    (key: string, keepMine: boolean) => {
      const { [key]: mine, ...others } = now.current.written
      const unsaved = new Set(now.current.unsaved)
      if (!keepMine) unsaved.delete(key)
      now.current = { ...now.current, written: keepMine ? { ...others, [key]: mine } : others, unsaved }
      setWritten(now.current.written)
      setClashes(known => known.filter(one => one !== key))
      if (unsaved.size > 0) void save()
      else setSaving('saved')
    },
    [save],
  )

  // The query was asked again: after a clash, or because somebody else's act was announced.
  useEffect(() => receive(first), [first, receive])
  useEffect(() => {
    const again = () => void save()
    const leaving = (event: BeforeUnloadEvent) => {
      if (now.current.unsaved.size > 0) event.preventDefault()
    }
    window.addEventListener('online', again)
    window.addEventListener('beforeunload', leaving)
    return () => {
      window.removeEventListener('online', again)
      window.removeEventListener('beforeunload', leaving)
      void save()
    }
  }, [save])

  return {
    draft,
    description: shown(draft.description, written),
    write,
    save,
    addPicture,
    settle,
    clashes,
    problems,
    saving,
  }
}

export type Writing = ReturnType<typeof useDraft>
