import { useLingui } from '@lingui/react/macro'
import type { LucideIcon } from 'lucide-react'
import { Link as RouteLink, useLocation } from 'wouter'

export type Tab = {
  to: string
  icon: LucideIcon
  label: string
  /** How many things wait there; 0 shows nothing. */
  count?: number
  /** Other places that belong to this tab. */
  also?: readonly string[]
}

/** Text and icon, always; on wide screens the same list stands upright beside the content. */
export function BottomTabs({ tabs }: { tabs: readonly Tab[] }) {
  const [place] = useLocation()
  const { t } = useLingui()
  const chosen =
    tabs.findLast(tab => (tab.to === '/' ? place === '/' : place.startsWith(tab.to))) ??
    tabs.find(tab => tab.also?.some(other => place.startsWith(other)))
  return (
    <nav className="tabs" aria-label={t`Main`}>
      {tabs.map(tab => (
        <RouteLink key={tab.to} to={tab.to} aria-current={tab === chosen ? 'page' : undefined}>
          <tab.icon aria-hidden="true" />
          {tab.label}
          {Boolean(tab.count) && <span className="count">{tab.count}</span>}
        </RouteLink>
      ))}
    </nav>
  )
}
