import { Trans } from '@lingui/react/macro'
import { ListChecks, Pencil, Printer, Projector, QrCode, UsersRound } from 'lucide-react'
import type { EventInFull } from '../event'
import { Way } from '../Way'
import { CancelButton } from './CancelButton'

/** What who leads needs now and then; the list at the door has its own button. */
export function ManageLinks({ event }: { event: EventInFull }) {
  const { card } = event
  return (
    <section className="stack stack-tight" aria-labelledby="manage">
      <h2 id="manage">
        <Trans>You lead this event</Trans>
      </h2>
      <ul className="card list event-ways">
        <Way to={`/events/${card.id}/door`} icon={ListChecks}>
          <Trans>List at the door</Trans>
        </Way>
        {!card.cancelled && (
          <>
            <Way outside={event.projectorUrl} icon={Projector}>
              <Trans>Code for the screen in the room</Trans>
            </Way>
            <Way to={`/events/${card.id}/codes`} icon={QrCode}>
              <Trans>Codes to print</Trans>
            </Way>
            <Way to={`/events/${card.id}/teams`} icon={UsersRound}>
              {event.hasTeams ? <Trans>Teams and tasks</Trans> : <Trans>Divide into teams with tasks</Trans>}
            </Way>
            {event.posterUrl && card.visibility === 'public' && (
              <Way outside={event.posterUrl} icon={Printer}>
                <Trans>Poster to print</Trans>
              </Way>
            )}
            <Way to={`/events/${card.id}/change`} icon={Pencil}>
              <Trans>Change time, place or words</Trans>
            </Way>
          </>
        )}
      </ul>
      {!card.cancelled && <CancelButton event={event} />}
    </section>
  )
}
