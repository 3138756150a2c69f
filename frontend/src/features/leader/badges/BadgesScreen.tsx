import { Trans, useLingui } from '@lingui/react/macro'
import { Layers, Plus, ThumbsUp } from 'lucide-react'
import { useRead } from '@/api/useRead'
import { ButtonLink } from '@/design/Button'
import { Link } from '@/design/Link'
import { Medal } from '@/design/Medal'
import { EmptyState, ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import type { ClubInFull } from '../group/club'
import { LedClubDocument } from '../group/documents'
import { useWayOut } from '../useWayOut'
import { NominationPiles } from './documents'
import './badges.css'

type Badges = ClubInFull['badges']

/** The club's own badges, each with where it stands on the ladder of trust. */
export default function BadgesScreen({ groupId }: { groupId: string }) {
  const { t } = useLingui()
  const wayOut = useWayOut()
  const { data, loading, failed, reload } = useRead(LedClubDocument, { groupId })
  const club = data?.club
  const mayLead = club?.mayLead ?? false
  const badges = club?.badges.filter(({ archived }) => !archived) ?? []
  const archived = club?.badges.filter(one => one.archived) ?? []
  return (
    <Screen
      title={t`Badges`}
      {...wayOut}
      {...(mayLead && {
        action: (
          <ButtonLink to={`/lead/${groupId}/badges/new`}>
            <Plus aria-hidden="true" size={20} />
            <Trans>New badge</Trans>
          </ButtonLink>
        ),
      })}
      wide
    >
      {loading && <Skeleton rows={4} />}
      {!loading && !club && (
        <ErrorState title={<Trans>The badges could not be loaded</Trans>} onRetry={reload}>
          {failed ? (
            <Trans>Nothing is lost. Check the network and try again.</Trans>
          ) : (
            <Trans>Perhaps it is archived, or somebody else leads it now.</Trans>
          )}
        </ErrorState>
      )}
      {club && badges.length === 0 && (
        <EmptyState title={<Trans>No badges yet</Trans>}>
          <Trans>
            A club badge says: people here value this. Give it a name and a look; it takes a minute. Or take
            one that another club shares.
          </Trans>
        </EmptyState>
      )}
      {mayLead && <Piles groupId={groupId} />}
      {badges.length > 0 && <Grid groupId={groupId} badges={badges} />}
      {mayLead && (
        <Link to={`/lead/${groupId}/badges/pool`} className="card card-link pool-link">
          <Layers aria-hidden="true" />
          <span>
            <strong>
              <Trans>Badges other clubs share</Trans>
            </strong>
            <small className="quiet">
              <Trans>Take one, change it, and they are credited</Trans>
            </small>
          </span>
        </Link>
      )}
      {archived.length > 0 && (
        <details className="unfold">
          <summary>
            <Trans>Archived badges</Trans>
          </summary>
          <Grid groupId={groupId} badges={archived} />
        </details>
      )}
    </Screen>
  )
}

function Grid({ groupId, badges }: { groupId: string; badges: Badges }) {
  return (
    <div className="medals club-medals">
      {badges.map(({ achievement, trust }) => (
        <Medal
          key={achievement.id}
          to={`/lead/${groupId}/badges/${achievement.id}`}
          art={achievement.art.svgUrl}
          alt=""
          name={achievement.name}
          note={trust.label}
        />
      ))}
    </div>
  )
}

function Piles({ groupId }: { groupId: string }) {
  const { data } = useRead(NominationPiles, { groupId })
  const piles = data?.nominationsToDecide ?? []
  const count = piles.filter(pile => pile.count >= pile.needed).length
  if (piles.length === 0) return null
  return (
    <Link to={`/lead/${groupId}/badges/nominations`} className="card card-link pool-link">
      <ThumbsUp aria-hidden="true" />
      <span className="grow">
        <strong>
          <Trans>Nominations</Trans>
        </strong>
      </span>
      {count > 0 && (
        <span className="state state-review">
          <Trans>{count} to decide</Trans>
        </span>
      )}
    </Link>
  )
}
