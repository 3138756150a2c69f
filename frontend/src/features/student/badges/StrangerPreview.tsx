import { Trans } from '@lingui/react/macro'
import { Card } from '@/design/Card'
import { fullDay } from '@/i18n/dates'
import type { Badge } from './badge'

/** What stands on the shared page: the badge, the name as chosen, the issuer. Never the class, the teacher or the work. */
export function StrangerPreview({ badge, name }: { badge: Badge; name: string }) {
  return (
    <Card tone="sunken" as="section">
      <h3>
        <Trans>This is what a stranger sees</Trans>
      </h3>
      <div className="preview">
        <img src={badge.art.svgUrl} alt="" width={72} height={72} />
        <div>
          <strong>{badge.name}</strong>
          <p>{name}</p>
          <p className="quiet">
            {badge.issuerName} · {fullDay(badge.awardedAt)}
          </p>
        </div>
      </div>
      <p className="quiet">
        <Trans>Your work, your teacher’s words and your class stay with you.</Trans>
      </p>
    </Card>
  )
}
