import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Flag } from 'lucide-react'
import { useState } from 'react'
import { useRead } from '@/api/useRead'
import { Button, ButtonLink } from '@/design/Button'
import { Card } from '@/design/Card'
import { Medal } from '@/design/Medal'
import { ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { TrustLadder } from '@/design/TrustLadder'
import { ReportSheet } from '@/report/ReportSheet'
import { BadgeActs } from './BadgeActs'
import { LedBadgeDocument } from './documents'
import { Endorsements } from './Endorsements'
import './badges.css'

/** One badge of the club: what it is for, who stands behind it, and what may be done with it. */
export default function BadgeScreen({ groupId, badgeId }: { groupId?: string; badgeId: string }) {
  const { t } = useLingui()
  const { data, loading, failed, reload } = useRead(LedBadgeDocument, { achievementId: badgeId })
  const [reporting, setReporting] = useState(false)
  const badge = data?.clubBadge
  const back = groupId ? `/lead/${groupId}/badges` : '/'
  if (!badge)
    return (
      <Screen title={t`Badge`} back={back}>
        {loading && <Skeleton rows={4} />}
        {!loading && (
          <ErrorState title={<Trans>This badge cannot be opened</Trans>} onRetry={reload}>
            {failed ? (
              <Trans>Nothing is lost. Check the network and try again.</Trans>
            ) : (
              <Trans>Perhaps it was hidden while somebody looks at it.</Trans>
            )}
          </ErrorState>
        )}
      </Screen>
    )
  const own = badge.mayChange
  return (
    <Screen
      title={badge.achievement.name}
      back={back}
      {...(own &&
        !badge.archived && {
          action: (
            <ButtonLink to={`/lead/${badge.groupId}/give/${badgeId}`}>
              <Trans>Award it</Trans>
            </ButtonLink>
          ),
        })}
    >
      <div className="badge-head">
        <Medal art={badge.achievement.art.svgUrl} alt={badge.achievement.art.alt} size="large" />
        <p className="quiet">
          {badge.clubName} ·{' '}
          <Plural value={badge.held} _0="nobody has it yet" one="# person has it" other="# people have it" />
        </p>
        {badge.criterion && <p className="badge-criterion">{badge.criterion}</p>}
        {badge.nominationsNeeded != null && (
          <p className="quiet">
            <Plural
              value={badge.nominationsNeeded}
              one="Given after # nomination."
              other="Given after # nominations."
            />
          </p>
        )}
        {badge.adaptedFrom && (
          <p className="quiet">
            <Trans>After a badge by {badge.adaptedFrom}</Trans>
          </p>
        )}
      </div>
      <Card as="section" labelledBy="trust">
        <h2 id="trust">
          <Trans>Who stands behind it</Trans>
        </h2>
        <TrustLadder trust={badge.trust} />
      </Card>
      <Endorsements badge={badge} />
      {own && <BadgeActs badge={badge} groupId={badge.groupId} />}
      {!own && (
        <Button look="plain" onClick={() => setReporting(true)}>
          <Flag aria-hidden="true" size={20} />
          <Trans>Something is wrong with it</Trans>
        </Button>
      )}
      {reporting && (
        <ReportSheet kind="clubs.ClubBadge" objectId={badgeId} onClose={() => setReporting(false)} />
      )}
    </Screen>
  )
}
