import { useLingui } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import { useToast } from '@/design/Toast'
import { type EventInFull, placeLine } from '../event'
import { timeSpan, weekdayAndDay } from '../moments'

/** Says in words, once and politely, what has changed while the person was looking. */
export function useNewsOf(event: EventInFull | null | undefined): void {
  const { t } = useLingui()
  const say = useToast()
  const before = useRef(event)
  useEffect(() => {
    const old = before.current?.card
    before.current = event
    if (!old || !event) return
    const { card } = event
    if (card.cancelled && !old.cancelled) say({ text: t`The event has been cancelled.` })
    else if (card.startsAt !== old.startsAt || card.endsAt !== old.endsAt)
      say({
        text: t`New time: ${weekdayAndDay(card.startsAt)}, ${timeSpan(card.startsAt, card.endsAt)}`,
      })
    else if (placeLine(card) !== placeLine(old)) say({ text: t`New place: ${placeLine(card)}` })
    else if (old.mine === 'waiting' && card.mine === 'going') say({ text: t`There is a place for you now.` })
    else if (old.mine === 'awaiting_consent' && card.mine === 'going')
      say({ text: t`Your guardian agreed. You are on the list.` })
  }, [event, say, t])
}
