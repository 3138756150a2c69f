import { Trans } from '@lingui/react/macro'
import { Building2, GraduationCap, Handshake, type LucideIcon, Tag } from 'lucide-react'
import { Card } from '@/design/Card'
import type { Badge } from './badge'

const SHAPES: Record<string, LucideIcon> = {
  club_badge: Tag,
  endorsed: Handshake,
  digital_badge: Building2,
  microcredential: GraduationCap,
}

/** Who stands behind the badge, in one sentence, and its rung among the four: in words and in shape. */
export function Trust({ trust }: { trust: Badge['trust'] }) {
  return (
    <Card as="section" labelledBy="badge-trust">
      <h2 id="badge-trust">
        <Trans>Who stands behind it</Trans>
      </h2>
      <p>{trust.line}</p>
      <ol className="rungs">
        {trust.rungs.map(({ code, label }) => {
          const Shape = SHAPES[code] ?? Tag
          return (
            <li key={code} aria-current={code === trust.rung ? 'step' : undefined}>
              <Shape aria-hidden="true" size={20} />
              <span>{label}</span>
            </li>
          )
        })}
      </ol>
    </Card>
  )
}
