import { Trans } from '@lingui/react/macro'
import { CalendarClock, ExternalLink, EyeOff, MapPin, ShieldCheck, UserRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { ButtonLink } from '@/design/Button'
import type { Club } from './club'

/** What it is for, when and where, and which grown-ups stand behind it. */
export function AboutClub({ club }: { club: Club }) {
  const { card, meetingPlace } = club
  const place = meetingPlace && [meetingPlace.name, meetingPlace.address, meetingPlace.town]
  return (
    <section className="card" aria-label={card.kindLabel}>
      {card.archived && (
        <p className="notice notice-review">
          <Trans>The club is put away. Its badges stay yours.</Trans>
        </p>
      )}
      <p className="club-text">{card.purpose}</p>
      <ul className="club-facts">
        {club.meetingTime && <Fact icon={<CalendarClock />}>{club.meetingTime}</Fact>}
        {place && <Fact icon={<MapPin />}>{place.filter(Boolean).join(', ')}</Fact>}
        {club.leaders.length > 0 && (
          <Fact icon={<UserRound />}>
            <Trans>Led by {club.leaders.map(({ name }) => name).join(', ')}</Trans>
          </Fact>
        )}
        <Fact icon={<ShieldCheck />}>
          {club.vouchedBy ? (
            <Trans>{club.vouchedBy} vouches for this club</Trans>
          ) : (
            <Trans>No school or organisation vouches for it yet, so it stays small and is not public</Trans>
          )}
        </Fact>
        {club.responsibleAdult && (
          <Fact icon={<UserRound />}>
            <Trans>Responsible adult: {club.responsibleAdult}</Trans>
          </Fact>
        )}
        {club.standardsUrl && (
          <Fact icon={<ExternalLink />}>
            <a href={club.standardsUrl} target="_blank" rel="noreferrer noopener">
              <Trans>How children are protected here</Trans>
            </a>
          </Fact>
        )}
        {club.sensitive && (
          <Fact icon={<EyeOff />}>
            <Trans>Only members know who is in this club</Trans>
          </Fact>
        )}
      </ul>
      {club.mayLead && (
        <ButtonLink to={`/lead/${card.groupId}`} look="quiet">
          <Trans>Lead the club</Trans>
        </ButtonLink>
      )}
    </section>
  )
}

function Fact({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li>
      <span aria-hidden="true">{icon}</span>
      <span>{children}</span>
    </li>
  )
}
