import { Trans } from '@lingui/react/macro'
import { Building2, GraduationCap, Handshake, type LucideIcon, Tag } from 'lucide-react'
import type { BadgeInFull } from './badge'

const SHAPES: Record<string, LucideIcon> = {
  club_badge: Tag,
  endorsed: Handshake,
  digital_badge: Building2,
  microcredential: GraduationCap,
}

/** The ladder of trust: always in words and in shape, the present rung marked. */
export function Ladder({ trust }: { trust: BadgeInFull['trust'] }) {
  return (
    <section className="card" aria-labelledby="trust">
      <h2 id="trust">
        <Trans>Who stands behind it</Trans>
      </h2>
      <p>{trust.line}</p>
      <ol className="ladder">
        {trust.rungs.map(({ code, label }) => {
          const Icon = SHAPES[code] ?? Tag
          return (
            <li key={code} aria-current={code === trust.rung ? 'step' : undefined}>
              <Icon aria-hidden="true" />
              <span>{label}</span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
