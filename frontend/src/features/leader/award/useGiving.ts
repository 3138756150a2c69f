import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { uploadSlot } from '@/api/uploadSlots'
import { useSend } from '@/api/useSend'
import { useToast } from '@/design/Toast'
import { RecogniseMembers, UndoRecognition } from './documents'
import { type BadgeChoice, eventFor, type Person, type RecogniseView } from './recognise'

type Gift = {
  people: readonly Person[]
  chosen: ReadonlySet<string>
  note: string
  photo: Blob | null
  badge: BadgeChoice | undefined
}

/** Hands the badge out at once; without a network it waits on the phone, and the screen says so. */
export function useGiving(screen: RecogniseView, gift: Gift, onGiven: () => void) {
  const { t } = useLingui()
  const say = useToast()
  const [send, giving] = useSend(RecogniseMembers)
  const [undo] = useSend(UndoRecognition)
  const [problem, setProblem] = useState<string>()

  async function takeBack(batchId: string, name: string): Promise<void> {
    const sent = await undo({ batchId })
    if (sent.outcome === 'done') say({ text: t`“${name}” has been taken back.` })
    else if (sent.outcome !== 'saved') say({ text: sent.problems[0]?.message })
  }

  async function give(): Promise<void> {
    const { badge, chosen, note, photo } = gift
    if (!badge) return
    const picture = photo && uploadSlot(photo, 'photo.jpg')
    const sent = await send(
      {
        groupId: screen.groupId,
        achievementId: badge.id,
        userIds: [...chosen],
        note: note.trim(),
        pictureId: picture?.slot ?? null,
        // Without a network it is told later, and counts from now all the same.
        at: new Date().toISOString(),
        eventId: eventFor({ ...screen, people: [...gift.people] }, chosen),
      },
      { uploads: picture ? [picture] : [], later: true },
    )
    if (sent.outcome === 'refused' || sent.outcome === 'unsent') return setProblem(sent.problems[0]?.message)
    setProblem(undefined)
    onGiven()
    if (sent.outcome === 'saved')
      return say({ text: t`Saved on the phone. It goes out when there is a network.` })
    const { batchId } = sent.payload
    const { name } = badge
    say({
      text: plural(sent.payload.people ?? 0, {
        one: `“${name}” awarded to # person`,
        other: `“${name}” awarded to # people`,
      }),
      ...(batchId && { undo: () => void takeBack(batchId, name) }),
    })
  }

  return { give, giving, problem }
}
