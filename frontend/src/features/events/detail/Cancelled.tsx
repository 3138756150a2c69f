import { Trans } from '@lingui/react/macro'
import { CalendarX } from 'lucide-react'
import type { EventInFull } from '../event'

/** First of all: it does not take place, and why. */
export function Cancelled({ event }: { event: EventInFull }) {
  if (!event.card.cancelled) return null
  return (
    <div className="notice notice-attention">
      <CalendarX aria-hidden="true" />
      <div>
        <strong>
          <Trans>This event is cancelled.</Trans>
        </strong>
        {event.cancellationReason && <p className="event-text">{event.cancellationReason}</p>}
      </div>
    </div>
  )
}
