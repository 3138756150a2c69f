import { Plural, Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { useRead } from '@/api/useRead'
import { Button, ButtonLink } from '@/design/Button'
import { Skeleton } from '@/design/Notices'
import { Sheet } from '@/design/Sheet'
import { TrustLadder } from '@/design/TrustLadder'
import { ReportSheet } from '@/report/ReportSheet'
import { ClubBadgeLook } from './documents'

/** A club badge with its place on the ladder of trust, always in words and shape. */
export function BadgeSheet({
  achievementId,
  onClose,
}: {
  achievementId: string | null
  onClose: () => void
}) {
  const [reporting, setReporting] = useState<string | null>(null)
  return (
    <>
      <Sheet
        title={<Trans>Badge of the club</Trans>}
        open={achievementId !== null}
        onClose={onClose}
        actions={
          <Button
            look="plain"
            onClick={() => {
              setReporting(achievementId)
              onClose()
            }}
          >
            <Trans>Something here is not right</Trans>
          </Button>
        }
      >
        {achievementId && <Look achievementId={achievementId} />}
      </Sheet>
      {reporting && (
        <ReportSheet kind="clubs.ClubBadge" objectId={reporting} onClose={() => setReporting(null)} />
      )}
    </>
  )
}

function Look({ achievementId }: { achievementId: string }) {
  const { data, loading } = useRead(ClubBadgeLook, { achievementId })
  const badge = data?.clubBadge
  if (!badge) return loading ? <Skeleton rows={2} /> : null
  return (
    <>
      <div className="club-look">
        <img src={badge.achievement.art.svgUrl} alt={badge.achievement.art.alt} width={176} height={176} />
        <h3>{badge.achievement.name}</h3>
        <p className="quiet">{badge.clubName}</p>
      </div>
      {badge.criterion && <p className="club-text">{badge.criterion}</p>}
      {badge.description && <p className="club-text">{badge.description}</p>}
      {badge.adaptedFrom && (
        <p className="quiet">
          <Trans>After a badge of {badge.adaptedFrom}</Trans>
        </p>
      )}
      <section className="stack stack-tight" aria-labelledby="trust">
        <h3 id="trust">{badge.trust.label}</h3>
        <TrustLadder trust={badge.trust} />
      </section>
      {badge.endorsements.length > 0 && (
        <section className="stack stack-tight" aria-labelledby="endorsed">
          <h3 id="endorsed">
            <Trans>Who stands up for it</Trans>
          </h3>
          <ul className="list">
            {badge.endorsements.map(({ id, by, text }) => (
              <li key={id} className="list-row">
                <p className="grow">
                  <strong>{by}</strong>
                  {text && <span className="club-text quiet">{text}</span>}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {badge.mayEndorse && (
        <ButtonLink to={`/lead/badge/${achievementId}`} look="quiet">
          <Trans>I stand up for it</Trans>
        </ButtonLink>
      )}
      {badge.held > 0 && (
        <p className="quiet">
          <Plural value={badge.held} one="# person holds it" other="# people hold it" />
        </p>
      )}
    </>
  )
}
