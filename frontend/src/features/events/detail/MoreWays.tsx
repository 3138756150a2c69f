import { Trans } from '@lingui/react/macro'
import { CalendarPlus, ExternalLink, Flag, UsersRound } from 'lucide-react'
import { useState } from 'react'
import { ReportSheet } from '@/report/ReportSheet'
import type { EventInFull } from '../event'
import { Way } from '../Way'

/** To one's own calendar, to the public page, to one's team; and a word when something is wrong. */
export function MoreWays({ event }: { event: EventInFull }) {
  const { card } = event
  const [reporting, setReporting] = useState(false)
  return (
    <>
      <ul className="card list event-ways">
        {event.hasTeams && !card.mayManage && (
          <Way to={`/events/${card.id}/teams`} icon={UsersRound}>
            <Trans>My team and its tasks</Trans>
          </Way>
        )}
        {!card.cancelled && event.icsUrl && (
          <Way outside={event.icsUrl} icon={CalendarPlus}>
            <Trans>Add to my calendar</Trans>
          </Way>
        )}
        {card.visibility === 'public' && card.publicUrl && (
          <Way outside={card.publicUrl} icon={ExternalLink}>
            <Trans>Public page, to send on</Trans>
          </Way>
        )}
        {!card.mayManage && (
          <li>
            <button type="button" className="list-row event-way" onClick={() => setReporting(true)}>
              <Flag aria-hidden="true" />
              <span className="grow">
                <Trans>Something here is not right</Trans>
              </span>
            </button>
          </li>
        )}
      </ul>
      {reporting && (
        <ReportSheet kind="events.Event" objectId={card.id} onClose={() => setReporting(false)} />
      )}
    </>
  )
}
