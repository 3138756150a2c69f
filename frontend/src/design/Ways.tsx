import type { LucideIcon } from 'lucide-react'
import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from './Link'

export type Way = { to: string; icon: LucideIcon; label: ReactNode; note?: ReactNode }

/** Ways to the other screens, a row each. */
export function Ways({ ways }: { ways: readonly Way[] }) {
  return (
    <ul className="card list">
      {ways.map(({ to, icon: Icon, label, note }) => (
        <li key={to}>
          <Link to={to} className="list-row way">
            <Icon aria-hidden="true" />
            <span className="grow">
              {label}
              {note && <span className="quiet"> · {note}</span>}
            </span>
            <ChevronRight aria-hidden="true" size={20} />
          </Link>
        </li>
      ))}
    </ul>
  )
}
