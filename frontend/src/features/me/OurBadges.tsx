import { Trans } from '@lingui/react/macro'
import { useRead } from '@/api/useRead'
import { Card } from '@/design/Card'
import { MeDocument } from './documents'

/** The way to what an issuer awards, for those who describe it. */
export function OurBadges() {
  const { data } = useRead(MeDocument)
  if (!data || data.myDefining.length === 0) return null
  return (
    <Card to="/define">
      <strong>
        <Trans>Our badges</Trans>
      </strong>
      <span className="quiet">
        <Trans>Describe and publish what your issuer awards.</Trans>
      </span>
    </Card>
  )
}
