import { Trans } from '@lingui/react/macro'
import { Button, ButtonLink } from '@/design/Button'
import type { EventInFull } from '../event'
import { useMinute } from '../useMinute'
import { ConsentButton } from './ConsentSheet'
import { useSignUp } from './useSignUp'

/** What to do now: check in, sign up, step back; for who leads, the list at the door. */
export function NextAct({ event }: { event: EventInFull }) {
  const { card } = event
  const now = useMinute()
  const over = Date.parse(card.endsAt) <= now.getTime()
  const { mine, signUp, stepBack, busy, asking, closeAsking } = useSignUp(event)
  const here = card.checkInOpen && !card.attended && !card.cancelled && !card.mayManage
  // Who leads the event is there anyway and takes nobody's place.
  const maySignUp = event.signUp === 'open' && !over && !card.cancelled && !(card.mayManage && mine === '')
  return (
    <>
      {card.mayManage && !card.cancelled && (
        <ButtonLink to={`/events/${card.id}/door`}>
          <Trans>Who is here</Trans>
        </ButtonLink>
      )}
      {here && (
        <ButtonLink to={`/events/${card.id}/here`}>
          <Trans>I am here</Trans>
        </ButtonLink>
      )}
      {maySignUp && mine === '' && !here && !card.attended && (
        <Button busy={busy} onClick={() => void signUp()}>
          {event.placesLeft === 0 ? <Trans>Join the waiting list</Trans> : <Trans>I am going</Trans>}
        </Button>
      )}
      {maySignUp && mine !== '' && !card.attended && (
        <Button look="quiet" busy={busy} onClick={() => void stepBack()}>
          <Trans>I am not going after all</Trans>
        </Button>
      )}
      {!over && mine === 'awaiting_consent' && (
        <ConsentButton eventId={card.id} asking={asking} onClose={closeAsking} />
      )}
    </>
  )
}
