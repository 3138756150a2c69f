import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Compass, HandHeart, KeyRound, Plus, Sparkles } from 'lucide-react'
import { useState } from 'react'
import { useRead } from '@/api/useRead'
import { Button, ButtonLink } from '@/design/Button'
import { Card } from '@/design/Card'
import { Link } from '@/design/Link'
import { EmptyState, ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { State } from '@/design/State'
import { clock, daysAgo } from '@/i18n/dates'
import type { ClubInBrief } from './club'
import { MyClubs } from './documents'
import { JoinSheet } from './JoinSheet'
import { PendingClubs } from './PendingClubs'

/** My clubs, and the ways into another one. */
export function ClubsScreen() {
  const { t } = useLingui()
  const { data, loading, failed, reload } = useRead(MyClubs)
  const [joining, setJoining] = useState(false)
  const clubs = data?.myClubs
  const join = (
    <Button look={clubs?.length ? 'quiet' : 'primary'} onClick={() => setJoining(true)}>
      <KeyRound aria-hidden="true" size={20} />
      <Trans>Join by code</Trans>
    </Button>
  )
  return (
    <Screen title={t`Clubs`}>
      {loading && <Skeleton />}
      {failed && (
        <ErrorState title={<Trans>Your clubs could not be read</Trans>} onRetry={reload}>
          <Trans>Nothing is lost. Look again in a moment.</Trans>
        </ErrorState>
      )}
      {data && <PendingClubs clubs={data.myPendingClubs} />}
      {clubs?.length === 0 && (
        <EmptyState title={<Trans>You are in no club yet</Trans>} action={join}>
          <Trans>
            A club is a few people who do something together: robots, chess, a choir, helping out. Somebody
            gives you its code, or you start one yourself.
          </Trans>
        </EmptyState>
      )}
      {clubs && clubs.length > 0 && (
        <>
          <div className="row club-acts">
            <ButtonLink to="/clubs/thank">
              <HandHeart aria-hidden="true" size={20} />
              <Trans>Say thank you</Trans>
            </ButtonLink>
            <ButtonLink to="/clubs/nominate" look="quiet">
              <Sparkles aria-hidden="true" size={20} />
              <Trans>Nominate</Trans>
            </ButtonLink>
          </div>
          <ul className="stack">
            {clubs.map(club => (
              <ClubCard key={club.groupId} club={club} />
            ))}
          </ul>
          {join}
        </>
      )}
      {data && (
        <ul className="card list club-ways">
          <li>
            <Link to="/lead/new" className="list-row club-way">
              <Plus aria-hidden="true" />
              <span className="grow">
                <Trans>Start a club</Trans>
              </span>
            </Link>
          </li>
          <li>
            <a href="/clubs/" className="list-row club-way">
              <Compass aria-hidden="true" />
              <span className="grow">
                <Trans>Find a club</Trans>
              </span>
            </a>
          </li>
        </ul>
      )}
      <JoinSheet open={joining} onClose={() => setJoining(false)} />
    </Screen>
  )
}

function ClubCard({ club }: { club: ClubInBrief }) {
  const { nextEvent } = club
  return (
    <Card as="li">
      <div className="row spread">
        <h2>
          <Link to={`/clubs/${club.groupId}`} className="club-name">
            {club.name}
          </Link>
        </h2>
        {club.archived ? (
          <State state="locked">
            <Trans>put away</Trans>
          </State>
        ) : (
          club.role === 'leader' && (
            <State state="current">
              <Trans>you lead it</Trans>
            </State>
          )
        )}
      </div>
      <p>{club.purpose}</p>
      <p className="quiet">
        {club.kindLabel} · <Plural value={club.members} one="# member" other="# members" />
      </p>
      {nextEvent && (
        <p>
          <Link to={`/events/${nextEvent.id}`}>
            {nextEvent.title}: {daysAgo(nextEvent.startsAt)}, {clock(nextEvent.startsAt)}
          </Link>
        </p>
      )}
      {club.role === 'leader' && !club.archived && (
        <ButtonLink to={`/lead/${club.groupId}`} look="quiet">
          {club.waiting > 0 ? (
            <Plural value={club.waiting} one="Lead the club (# waits)" other="Lead the club (# wait)" />
          ) : (
            <Trans>Lead the club</Trans>
          )}
        </ButtonLink>
      )}
    </Card>
  )
}
