import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '@/design/Button'
import { ReportSheet } from '@/report/ReportSheet'
import type { Badge } from './badge'

/** The sentence and the picture that came with the badge. */
export function Words({ badge }: { badge: Badge }) {
  return (
    <>
      {badge.note && <blockquote className="praise">{badge.note}</blockquote>}
      {badge.pictureUrl && <img className="occasion" src={badge.pictureUrl} alt="" loading="lazy" />}
    </>
  )
}

/** The way to object to them, below everything else. */
export function Objection({ badge }: { badge: Badge }) {
  const [reporting, setReporting] = useState(false)
  if (!badge.note && !badge.pictureUrl) return null
  return (
    <>
      <Button look="plain" onClick={() => setReporting(true)}>
        <Trans>Something is wrong with it</Trans>
      </Button>
      {reporting && (
        <ReportSheet kind="credentials.Credential" objectId={badge.id} onClose={() => setReporting(false)} />
      )}
    </>
  )
}
