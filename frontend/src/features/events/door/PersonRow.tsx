import { Trans } from '@lingui/react/macro'
import { Check, Clock } from 'lucide-react'
import { memo } from 'react'
import { Avatar } from '@/design/Avatar'
import { clock } from '@/i18n/dates'
import type { Door } from './DoorHead'

type PersonRowProps = {
  person: Door['people'][number]
  here: boolean
  queued: boolean
  onChange: (ids: readonly string[], here: boolean) => unknown
}

/** The whole row is the button; a second tap takes it back. */
export const PersonRow = memo(function PersonRow({ person, here, queued, onChange }: PersonRowProps) {
  return (
    <li>
      <button
        type="button"
        className="door-row"
        aria-pressed={here}
        onClick={() => void onChange([person.id], !here)}
      >
        <Avatar name={person.name} />
        <span className="grow">
          <strong>{person.name}</strong>
          <Line person={person} here={here} queued={queued} />
        </span>
        <span className="door-tick" aria-hidden="true">
          {queued ? <Clock /> : here && <Check strokeWidth={3} />}
        </span>
      </button>
    </li>
  )
})

function Line({ person, here, queued }: Omit<PersonRowProps, 'onChange'>) {
  const line = queued ? (
    <Trans>saved on the phone</Trans>
  ) : here ? (
    person.at ? (
      <Trans>here, {clock(person.at)}</Trans>
    ) : (
      <Trans>is here</Trans>
    )
  ) : person.signUp === 'going' ? (
    <Trans>signed up</Trans>
  ) : person.signUp === 'waiting' ? (
    <Trans>on the waiting list</Trans>
  ) : person.signUp === 'awaiting_consent' ? (
    <Trans>no consent of a guardian yet</Trans>
  ) : null
  return line && <span className="quiet">{line}</span>
}
