import { Trans, useLingui } from '@lingui/react/macro'
import { Stamp } from 'lucide-react'
import { useRead } from '@/api/useRead'
import { Card } from '@/design/Card'
import { Ways } from '@/design/Ways'
import { IssuersOfMine } from './documents'

/** Work of somebody who is in no class or club: their issuers, or the way to become one. */
export default function MyIssuers() {
  const { t } = useLingui()
  const mine = useRead(IssuersOfMine).data?.myIssuers
  if (!mine) return null
  if (mine.issuers.length === 0)
    return mine.mayStart ? (
      <Ways
        ways={[{ to: '/issuers', icon: Stamp, label: <Trans>Award badges for an organisation</Trans> }]}
      />
    ) : null
  return (
    <section className="stack stack-tight" aria-label={t`Issuers`}>
      {mine.issuers.map(issuer => (
        <Card key={issuer.id} to={`/issuers/${issuer.id}`}>
          <strong>{issuer.name}</strong>
          <span className="quiet">{issuer.line}</span>
        </Card>
      ))}
    </section>
  )
}
