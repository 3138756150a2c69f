import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from '@/design/Link'

type WayProps = { icon: LucideIcon; children: ReactNode } & ({ to: string } | { outside: string })

/** One line of a list of ways; those outside the app open beside it. */
export function Way({ icon: Icon, children, ...place }: WayProps) {
  const content = (
    <>
      <Icon aria-hidden="true" />
      <span className="grow">{children}</span>
    </>
  )
  return (
    <li>
      {'to' in place ? (
        <Link to={place.to} className="list-row event-way">
          {content}
        </Link>
      ) : (
        <a href={place.outside} className="list-row event-way" target="_blank" rel="noreferrer">
          {content}
        </a>
      )}
    </li>
  )
}
