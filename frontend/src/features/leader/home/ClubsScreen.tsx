import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { useApi } from '@/api/ApiProvider'
import type { ResultOf } from '@/api/graphql'
import { useRead } from '@/api/useRead'
import { Avatar } from '@/design/Avatar'
import { ButtonLink } from '@/design/Button'
import { Link } from '@/design/Link'
import { ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { State } from '@/design/State'
import { LedClubs } from '../documents'
import { NoClub } from './NoClub'

type Club = ResultOf<typeof LedClubs>['myClubs'][number]

/** The clubs somebody leads or helps in; those they are only a member of have another home. */
export default function ClubsScreen() {
  const { t } = useLingui()
  const { person } = useApi()
  const { data, loading, failed, reload } = useRead(LedClubs)
  const led = (data?.myClubs ?? []).filter(({ role }) => role !== 'member')
  const open = led.filter(({ archived }) => !archived)
  const closed = led.filter(({ archived }) => archived)
  const back = person.role === 'teacher' ? '/more' : person.role === 'student' ? '/clubs' : undefined
  return (
    <Screen title={t`My clubs`} {...(back && { back })}>
      {loading && <Skeleton rows={3} />}
      {failed && (
        <ErrorState title={<Trans>Your clubs could not be loaded</Trans>} onRetry={reload}>
          <Trans>Everything is safe. Check the network and try again.</Trans>
        </ErrorState>
      )}
      {data && led.length === 0 && <NoClub />}
      {open.length > 0 && (
        <>
          <ul className="card list club-list">
            {open.map(club => (
              <ClubRow key={club.groupId} club={club} />
            ))}
          </ul>
          <ButtonLink to="/lead/new" look="quiet">
            <Plus aria-hidden="true" size={20} />
            <Trans>Start another club</Trans>
          </ButtonLink>
        </>
      )}
      {closed.length > 0 && (
        <details className="unfold">
          <summary>
            <Trans>Archived clubs</Trans>
          </summary>
          <ul className="card list club-list">
            {closed.map(club => (
              <ClubRow key={club.groupId} club={club} />
            ))}
          </ul>
        </details>
      )}
    </Screen>
  )
}

function ClubRow({ club }: { club: Club }) {
  return (
    <li>
      <Link
        to={`/lead/${club.groupId}${club.archived || club.role === 'helper' ? '/club' : ''}`}
        className="list-row row-way"
      >
        <Avatar name={club.name} />
        <span className="grow">
          <strong>{club.name}</strong>
          <small className="quiet">
            {club.kindLabel} · <Plural value={club.members} one="# member" other="# members" />
          </small>
        </span>
        {club.waiting > 0 && (
          <State state="review">
            <Plural value={club.waiting} one="# waiting" other="# waiting" />
          </State>
        )}
      </Link>
    </li>
  )
}
