import { Plural, Trans } from '@lingui/react/macro'
import {
  CalendarDays,
  CircleUserRound,
  Globe,
  Layers,
  type LucideIcon,
  ScrollText,
  Settings,
  Users,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { useApi } from '@/api/ApiProvider'
import { Link } from '@/design/Link'
import type { ClubInFull } from './club'

/** The ways from the club's screen to everything that is needed now and then. */
export function ClubWays({ club }: { club: ClubInFull }) {
  const { person } = useApi()
  const { card } = club
  const here = `/lead/${card.groupId}`
  return (
    <ul className="card list ways">
      {club.mayHelp && (
        <Way to={`${here}/club/members`} icon={Users} count={card.waiting}>
          <Trans>Members and requests</Trans>
        </Way>
      )}
      <Way to={`/events/group/${card.groupId}`} icon={CalendarDays}>
        <Trans>All meetings</Trans>
      </Way>
      {club.mayLead && (
        <Way to={`${here}/club/settings`} icon={Settings}>
          <Trans>Settings of the club</Trans>
        </Way>
      )}
      {club.listed && card.vouched && (
        <Way outside={club.publicUrl} icon={Globe}>
          <Trans>The club’s public page</Trans>
        </Way>
      )}
      {club.standardsUrl && (
        <Way outside={club.standardsUrl} icon={ScrollText}>
          <Trans>How minors are protected here</Trans>
        </Way>
      )}
      <Way outside="/rules/" icon={ScrollText}>
        <Trans>The rules in plain words</Trans>
      </Way>
      {person.role === 'leader' && (
        <>
          <Way to="/lead" icon={Layers}>
            <Trans>My clubs</Trans>
          </Way>
          <Way to="/me" icon={CircleUserRound}>
            <Trans>My account, language and look</Trans>
          </Way>
        </>
      )}
    </ul>
  )
}

type WayProps = { icon: LucideIcon; count?: number; children: ReactNode } & (
  | { to: string }
  | { outside: string }
)

function Way({ icon: Icon, count = 0, children, ...place }: WayProps) {
  const content = (
    <>
      <Icon aria-hidden="true" />
      <span className="grow">{children}</span>
      {count > 0 && (
        <span className="state state-review">
          <Plural value={count} one="# waiting" other="# waiting" />
        </span>
      )}
    </>
  )
  return (
    <li>
      {'to' in place ? (
        <Link to={place.to} className="list-row row-way">
          {content}
        </Link>
      ) : (
        <a href={place.outside} className="list-row row-way">
          {content}
        </a>
      )}
    </li>
  )
}
