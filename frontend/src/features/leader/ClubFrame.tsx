import { type ReactNode, useContext, useEffect, useMemo } from 'react'
import { useLocation } from 'wouter'
import { FrameContext } from '@/design/Screen'
import { clubOf, keepClub } from './clubPlace'
import { useClubTabs } from './useClubTabs'

/** Inside a club its own three tabs stand at the foot, whoever leads it: a teacher and a student as well. */
export function ClubFrame({ children }: { children: ReactNode }) {
  const frame = useContext(FrameContext)
  const [place] = useLocation()
  const groupId = clubOf(place)
  const tabs = useClubTabs(groupId)
  useEffect(() => {
    if (groupId) keepClub(groupId)
  }, [groupId])
  const framed = useMemo(() => (tabs ? { ...frame, tabs } : frame), [frame, tabs])
  return <FrameContext value={framed}>{children}</FrameContext>
}
