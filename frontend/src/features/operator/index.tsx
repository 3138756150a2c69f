import { useLingui } from '@lingui/react/macro'
import { CircleUserRound, Flag } from 'lucide-react'
import { useMemo } from 'react'
import { Redirect } from 'wouter'
import type { Tab } from '@/design/BottomTabs'

/** Whoever runs the portal has one place of their own in the app, the desk of reports; it is a shared screen. */
function Routes() {
  return <Redirect to="/desk" replace />
}

function useTabs(): readonly Tab[] {
  const { t } = useLingui()
  return useMemo(
    () => [
      { to: '/desk', icon: Flag, label: t`Reports` },
      { to: '/me', icon: CircleUserRound, label: t`Me`, also: ['/profile', '/presentations'] },
    ],
    [t],
  )
}

export default { Routes, useTabs, facts: {} }
