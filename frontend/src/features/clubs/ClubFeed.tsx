import { Trans } from '@lingui/react/macro'
import { Award, CalendarCheck, HandHeart, type LucideIcon, Sparkles } from 'lucide-react'
import { clock, daysAgo } from '@/i18n/dates'
import type { Club } from './club'

const ICONS: Record<string, LucideIcon> = { badge: Award, event: CalendarCheck, thanks: HandHeart }

/** One line an event; counted together, nobody compared. */
export function ClubFeed({ lines }: { lines: Club['feed'] }) {
  if (lines.length === 0) return null
  return (
    <section className="stack stack-tight" aria-labelledby="club-feed">
      <h2 id="club-feed">
        <Trans>What was good lately</Trans>
      </h2>
      <ul className="list">
        {lines.map(({ id, at, icon, line }) => {
          const Icon = ICONS[icon] ?? Sparkles
          return (
            <li key={id} className="list-row">
              <span className="club-feed-icon" aria-hidden="true">
                <Icon size={20} />
              </span>
              <p className="grow">
                {line}
                <time className="quiet" dateTime={at}>
                  {daysAgo(at)}, {clock(at)}
                </time>
              </p>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
