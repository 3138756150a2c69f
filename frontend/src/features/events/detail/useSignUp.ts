import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useSend } from '@/api/useSend'
import { useToast } from '@/design/Toast'
import { SignUp, WithdrawSignUp } from '../documents'
import type { EventInFull } from '../event'

/** Signing up and stepping back; the answer shows at once and holds until the event was asked again. */
export function useSignUp(event: EventInFull) {
  const { t } = useLingui()
  const say = useToast()
  const eventId = event.card.id
  const [send, sending] = useSend(SignUp)
  const [withdraw, withdrawing] = useSend(WithdrawSignUp)
  const [answered, setAnswered] = useState<{ mine: string; instead: EventInFull } | null>(null)
  const [asking, setAsking] = useState(false)

  async function signUp(): Promise<void> {
    const sent = await send({ eventId })
    if (sent.outcome === 'done') {
      const mine = sent.payload.event?.card.mine ?? 'going'
      setAnswered({ mine, instead: event })
      if (mine === 'awaiting_consent') setAsking(true)
      else
        say({
          text: mine === 'waiting' ? t`You are on the waiting list.` : t`You are on the list. See you there!`,
        })
    } else if (sent.outcome !== 'saved') say({ text: sent.problems[0]?.message })
  }

  async function stepBack(): Promise<void> {
    const sent = await withdraw({ eventId })
    if (sent.outcome === 'done') {
      setAnswered({ mine: '', instead: event })
      say({ text: t`You are no longer on the list.`, undo: () => void signUp() })
    } else if (sent.outcome !== 'saved') say({ text: sent.problems[0]?.message })
  }

  return {
    mine: answered?.instead === event ? answered.mine : event.card.mine,
    signUp,
    stepBack,
    busy: sending || withdrawing,
    asking,
    closeAsking: () => setAsking(false),
  }
}
