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
  const file = `/credentials/${badge.id}`
  return (
    <Card as="section" labelledBy="badge-files">
      <h2 id="badge-files">
        {badge.state === 'revoked' ? <Trans>Files of this badge</Trans> : <Trans>Yours to keep</Trans>}
      </h2>
      {badge.state === 'revoked' && (
        <p>
          <Trans>They stay yours. Whoever checks them sees that the badge was revoked.</Trans>
        </p>
      )}
      <h3>
        <Trans>To show others</Trans>
      </h3>
      <p className="quiet">
        <Trans>
          The signed badge is inside each of them and can be checked anywhere, also without this portal. None
          of them says your name.
        </Trans>
      </p>
      <div className="row">
        {badge.pngUrl && (
          <a className="button button-quiet" href={badge.pngUrl} download>
            <Download aria-hidden="true" size={20} />
            <Trans>Download the PNG</Trans>
          </a>
        )}
        <a className="button button-quiet" href={`${file}.pdf`} download>
          <Printer aria-hidden="true" size={20} />
          <Trans>Page with initials (PDF)</Trans>
        </a>
        <a className="button button-plain" href={`${file}.svg`} download>
          <Download aria-hidden="true" size={20} />
          SVG
        </a>
        {badge.jsonUrl && (
          <a className="button button-plain" href={badge.jsonUrl} download={`${badge.name}.json`}>
            <Download aria-hidden="true" size={20} />
            JSON
          </a>
        )}
        <a className="button button-plain" href={`${file}.jwt`} download={`${badge.name}.jwt`}>
          <Download aria-hidden="true" size={20} />
          JWT
        </a>
      </div>
      <h3>
        <Trans>For yourself</Trans>
      </h3>
      <p className="quiet">
        <Trans>
          Your full name, the grade if there is one, what was said with the badge, and on paper your work.
        </Trans>
      </p>
      <div className="row">
        <a className="button button-plain" href={`${file}.pdf?form=full`} download>
          <Printer aria-hidden="true" size={20} />
          <Trans>Page with everything (PDF)</Trans>
        </a>
        <a className="button button-plain" href={`${file}.json?form=full`} download={`${badge.name}.json`}>
          <Download aria-hidden="true" size={20} />
          JSON
        </a>
        <a className="button button-plain" href={`${file}.jwt?form=full`} download={`${badge.name}.jwt`}>
          <Download aria-hidden="true" size={20} />
          JWT
        </a>
        <a className="button button-plain" href={file}>
          <BadgeCheck aria-hidden="true" size={20} />
          <Trans>Check the badge</Trans>
        </a>
      </div>
    </Card>
  )
}
