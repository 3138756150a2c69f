import { Trans } from '@lingui/react/macro'
import { State } from '@/design/State'
import type { EventInBrief } from './event'

/** How the person stands to an event: cancelled first, then having been there, then the sign-up. */
export function Standing({ event }: { event: Pick<EventInBrief, 'cancelled' | 'attended' | 'mine'> }) {
  if (event.cancelled)
    return (
      <State state="attention">
        <Trans>cancelled</Trans>
      </State>
    )
  if (event.attended)
    return (
      <State state="done">
        <Trans>you are ticked as here</Trans>
      </State>
    )
  if (event.mine === 'going')
    return (
      <State state="current">
        <Trans>you are on the list</Trans>
      </State>
    )
  if (event.mine === 'waiting')
    return (
      <State state="review">
        <Trans>on the waiting list</Trans>
      </State>
    )
  if (event.mine === 'awaiting_consent')
    return (
      <State state="attention">
        <Trans>a guardian has to agree</Trans>
      </State>
    )
  return null
}
