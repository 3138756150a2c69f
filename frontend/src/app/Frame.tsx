import { type ReactNode, useMemo } from 'react'
import { useApi } from '@/api/ApiProvider'
import { useNetwork } from '@/api/network'
import type { Tab } from '@/design/BottomTabs'
import { OfflineBanner } from '@/design/Notices'
import { FrameContext } from '@/design/Screen'
import { clock, daysAgo } from '@/i18n/dates'

/** Puts the tabs and, without a network, the calm banner around every screen. */
export function Frame({ useTabs, children }: { useTabs: () => readonly Tab[]; children: ReactNode }) {
  const tabs = useTabs()
  const { waiting } = useApi()
  const { online, since } = useNetwork()
  const frame = useMemo(() => {
    const moment = since && `${daysAgo(since)}, ${clock(since)}`
    const banner = online && waiting === 0 ? null : <OfflineBanner {...{ online, waiting }} since={moment} />
    return { tabs, banner }
  }, [tabs, online, since, waiting])
  return <FrameContext value={frame}>{children}</FrameContext>
}
