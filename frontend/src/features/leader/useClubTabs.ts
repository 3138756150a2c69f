import { useLingui } from '@lingui/react/macro'
import { Award, CircleUserRound, Medal, Users } from 'lucide-react'
import { useMemo } from 'react'
import { useLocation } from 'wouter'
import { useRead } from '@/api/useRead'
import type { Tab } from '@/design/BottomTabs'
import { clubOf, keptClub } from './clubPlace'
import { LedClubs } from './documents'

/** The three tabs of one club: give, the group, its badges; null where no club is chosen. */
export function useClubTabs(groupId: string | null): readonly Tab[] | null {
  const { t } = useLingui()
  const { data } = useRead(LedClubs)
  const waiting = data?.myClubs.find(club => club.groupId === groupId)?.waiting ?? 0
  return useMemo(
    () =>
      groupId === null
        ? null
        : [
            { to: `/lead/${groupId}`, icon: Award, label: t`Award` },
            { to: `/lead/${groupId}/club`, icon: Users, label: t`Group`, count: waiting, also: ['/events'] },
            { to: `/lead/${groupId}/badges`, icon: Medal, label: t`Badges` },
          ],
    [groupId, waiting, t],
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
        { to: '/me', icon: CircleUserRound, label: t`Me` },
      ],
    [tabs, t],
  )
}
