import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { QrCode } from 'lucide-react'
import { useState } from 'react'
import { useRead } from '@/api/useRead'
import { Button } from '@/design/Button'
import { ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { daysAgo } from '@/i18n/dates'
import { LiveDot } from '@/live/LiveDot'
import { useWayOut } from '../useWayOut'
import { ClubWays } from './ClubWays'
import type { ClubInFull } from './club'
import { LedClubDocument } from './documents'
import { JoinCodeSheet } from './JoinCodeSheet'
import { Meetings } from './Meetings'
import { Standing } from './Standing'
import './group.css'

/** Everything about the group itself: who vouches, who belongs, when it meets. */
export default function GroupScreen({ groupId }: { groupId: string }) {
  const { t } = useLingui()
  const wayOut = useWayOut()
  const { data, loading, failed, reload } = useRead(LedClubDocument, { groupId })
  if (data?.club) return <Group club={data.club} />
  return (
    <Screen title={t`Group`} {...wayOut}>
      {loading && <Skeleton rows={4} />}
      {!loading && (
        <ErrorState title={<Trans>This club cannot be opened</Trans>} onRetry={reload}>
          {failed ? (
            <Trans>Nothing is lost. Check the network and try again.</Trans>
          ) : (
            <Trans>Perhaps it is archived, or somebody else leads it now.</Trans>
          )}
        </ErrorState>
      )}
    </Screen>
  )
}

function Group({ club }: { club: ClubInFull }) {
  const { card } = club
  const wayOut = useWayOut()
  const [inviting, setInviting] = useState(false)
  return (
    <Screen
      title={card.name}
      {...wayOut}
      aside={<LiveDot />}
      action={
        club.mayLead && !card.archived ? (
          <Button onClick={() => setInviting(true)}>
            <QrCode aria-hidden="true" size={20} />
            <Trans>Invite with a code</Trans>
          </Button>
        ) : undefined
      }
    >
      <section className="club-head stack stack-tight">
        <p className="club-purpose">{card.purpose}</p>
        <p className="quiet">
          {card.kindLabel} · <Plural value={card.members} one="# member" other="# members" />
        </p>
        {club.meetingTime && (
          <p className="quiet">
            {club.meetingTime}
            {club.meetingPlace && ` · ${club.meetingPlace.name}, ${club.meetingPlace.town}`}
          </p>
        )}
      </section>
      <Standing club={club} />
      {!card.archived && <Meetings club={club} />}
      <ClubWays club={club} />
      {club.feed.length > 0 && (
        <section className="stack stack-tight" aria-labelledby="lately">
          <h2 id="lately">
            <Trans>Lately</Trans>
          </h2>
          <ul className="card list">
            {club.feed.slice(0, 5).map(line => (
              <li key={line.id} className="list-row">
                <span className="grow">{line.line}</span>
                <small className="quiet">{daysAgo(line.at)}</small>
              </li>
            ))}
          </ul>
        </section>
      )}
      <JoinCodeSheet groupId={card.groupId} open={inviting} onClose={() => setInviting(false)} />
    </Screen>
  )
}
