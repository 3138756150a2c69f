import { Trans } from '@lingui/react/macro'
import { Card } from '@/design/Card'
import { daysAgo } from '@/i18n/dates'
import type { BadgeInBrief } from './home'

/** The newest badge, large, with who gave it. */
export function NewestBadge({ badge }: { badge: BadgeInBrief }) {
  return (
    <Card to={`/badges/${badge.id}`}>
      <div className="newest">
        <img src={badge.art.svgUrl} alt="" width={176} height={176} />
        <div className="stack stack-tight">
          <p className="quiet">
            <Trans>Newest, {daysAgo(badge.awardedAt)}</Trans>
          </p>
          <h3>{badge.name}</h3>
          {badge.note && <p>{badge.note}</p>}
          <p className="quiet">
            {badge.awardedBy ? (
              <Trans>
                From: {badge.awardedBy}, {badge.issuerName}
              </Trans>
            ) : (
              <Trans>From: {badge.issuerName}</Trans>
            )}
          </p>
        </div>
      </div>
    </Card>
  )
}
