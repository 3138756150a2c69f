import { Trans } from '@lingui/react/macro'
import { BadgeCheck, Clock, Download, Printer } from 'lucide-react'
import { Card } from '@/design/Card'
import { clock } from '@/i18n/dates'
import type { Badge } from './badge'

/** The signed files that stay the student's for good, and the way to check them. */
export function Documents({ badge }: { badge: Badge }) {
  if (!badge.signed)
    return badge.state === 'awarded' ? (
      <div className="notice">
        <Clock aria-hidden="true" />
        <p>
          <Trans>
            It is yours already. After {clock(badge.signedFrom)} it gets its signature; from then on you can
            download and share it.
          </Trans>
        </p>
      </div>
    ) : null
  return (
    <Card as="section" labelledBy="badge-files">
      <h2 id="badge-files">
        <Trans>Yours to keep</Trans>
      </h2>
      <p className="quiet">
        <Trans>
          The picture and the pages hold the signed badge inside. It can be checked anywhere, also without
          this portal. The page with everything says your full name and what was said with the badge.
        </Trans>
      </p>
      <div className="row">
        {badge.pngUrl && (
          <a className="button button-quiet" href={badge.pngUrl} download>
            <Download aria-hidden="true" size={20} />
            <Trans>Download the PNG</Trans>
          </a>
        )}
        {badge.pngUrl && (
          <a className="button button-quiet" href={`/credentials/${badge.id}.pdf`} download>
            <Printer aria-hidden="true" size={20} />
            <Trans>Page with initials (PDF)</Trans>
          </a>
        )}
        {badge.pngUrl && (
          <a className="button button-plain" href={`/credentials/${badge.id}.pdf?form=full`} download>
            <Printer aria-hidden="true" size={20} />
            <Trans>Page with everything (PDF)</Trans>
          </a>
        )}
        {badge.jsonUrl && (
          <a className="button button-plain" href={badge.jsonUrl} download>
            <Download aria-hidden="true" size={20} />
            <Trans>Download the JSON</Trans>
          </a>
        )}
        <a className="button button-plain" href={`/credentials/${badge.id}`}>
          <BadgeCheck aria-hidden="true" size={20} />
          <Trans>Check the badge</Trans>
        </a>
      </div>
    </Card>
  )
}
