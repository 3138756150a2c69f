import { useLingui } from '@lingui/react/macro'
import { Award, CircleUserRound, Medal, Users } from 'lucide-react'
import { useMemo } from 'react'
import { useLocation } from 'wouter'
import { useRead } from '@/api/useRead'
import type { Tab } from '@/design/BottomTabs'
import { clubOf, keptClub } from './clubPlace'
import { LedClubs } from './documents'

/** The tabs of one club: give (not for who only helps), the group, its badges; null where no club is chosen. */
export function useClubTabs(groupId: string | null): readonly Tab[] | null {
  const { t } = useLingui()
  const { data } = useRead(LedClubs)
  const club = data?.myClubs.find(one => one.groupId === groupId)
  const waiting = club?.waiting ?? 0
  const gives = club?.role !== 'helper'
  return useMemo(
    () =>
      groupId === null
        ? null
        : [
            ...(gives ? [{ to: `/lead/${groupId}`, icon: Award, label: t`Award` }] : []),
            { to: `/lead/${groupId}/club`, icon: Users, label: t`Group`, count: waiting, also: ['/events'] },
            { to: `/lead/${groupId}/badges`, icon: Medal, label: t`Badges` },
          ],
    [groupId, waiting, gives, t],
  )
}

/** The tabs of somebody who leads clubs and nothing else: those of the club of last time, on every screen. */
export function useLeaderTabs(): readonly Tab[] {
  const { t } = useLingui()
  const [place] = useLocation()
  const tabs = useClubTabs(clubOf(place) ?? keptClub())
  return useMemo(
    () =>
      tabs ?? [
        { to: '/', icon: Users, label: t`Clubs`, also: ['/lead'] },
        { to: '/me', icon: CircleUserRound, label: t`Me`, also: ['/profile', '/presentations'] },
      ],
    [tabs, t],
  )
}
