import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Problem } from '@/api/problems'
import { uploadSlot } from '@/api/uploadSlots'
import { useSend } from '@/api/useSend'
import { HandIn } from './documents'
import type { StepInFull } from './step'
import type { Draft } from './useDraft'

export type Files = { photo: Blob | null; pdf: File | null; audio: File | null }
type HandedIn = { outcome: 'saved' } | { outcome: 'done'; step: StepInFull | null | undefined }

/** Bytes of a PDF or a recording that the portal takes. */
export const MOST_BYTES = 5_000_000

/** Sends all that was filled in as one act; without a network it waits on the phone, files too. */
export function useHandIn(step: StepInFull) {
  const { t } = useLingui()
  const [sendIt, busy] = useSend(HandIn)
  const [problems, setProblems] = useState<readonly Problem[]>([])

  /** Answers null when something has to be put right first. */
  async function send(draft: Draft, files: Files): Promise<HandedIn | null> {
    const uploads = Object.entries(files).flatMap(([kind, file]) =>
      file ? [{ kind, slot: uploadSlot(file, nameOf(kind, file)) }] : [],
    )
    const words = draft.text?.trim() ?? ''
    const url = draft.link?.trim() ?? ''
    const evidence = [
      ...uploads.map(({ kind, slot }) => ({ kind, uploadId: slot.slot })),
      ...(words ? [{ kind: 'text', text: words }] : []),
      ...(url ? [{ kind: 'link', url: asAddress(url) }] : []),
    ]
    const refusal = refuse(evidence.length, files)
    if (refusal) {
      setProblems([{ field: 'evidence', code: 'LOCAL', message: refusal }])
      return null
    }
    const sent = await sendIt(
      {
        enrollmentId: step.enrollmentId,
        stepId: step.node.id,
        evidence,
        reflection: draft.reflection?.trim() || null,
      },
      { uploads: uploads.map(({ slot }) => slot), later: true },
    )
    if (sent.outcome === 'done') return { outcome: 'done', step: sent.payload.step }
    if (sent.outcome === 'saved') return sent
    setProblems(sent.problems)
    return null
  }

  function refuse(pieces: number, files: Files): string | null {
    if (pieces === 0 && !step.submission?.evidence.length)
      return t`Add a photo, a text, a link or a file first.`
    if ([files.pdf, files.audio].some(file => file && file.size > MOST_BYTES))
      return t`This file is larger than 5 MB. Make it smaller or hand in a link.`
    return null
  }

  return { send, busy, problems }
}

const nameOf = (kind: string, file: Blob) =>
  kind === 'photo' ? 'photo.jpg' : file instanceof File ? file.name : kind

/** People leave the scheme out; addresses need it. */
const asAddress = (url: string) => (/^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `https://${url}`)
