import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useEffect } from 'react'
import { useLocation } from 'wouter'
import type { ResultOf } from '@/api/graphql'
import { useRead } from '@/api/useRead'
import { Chip, Chips } from '@/design/Chips'
import { EmptyState, ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { chosenClub, isIn, keepClub, othersOf, type PeopleOfClub, type Person } from './club'
import { ClubPeople, MyClubs } from './documents'

export type Around = {
  club: PeopleOfClub
  people: readonly Person[]
  thanks: ResultOf<typeof ClubPeople>['clubChoices']['thanks']
}
type PeopleFrameProps = {
  title: string
  groupId: string | undefined
  /** Address of this screen for another club. */
  placeOf: (groupId: string) => string
  children: (around: Around) => ReactNode
}

/** The club of last time, or a tap to another one, and its people. */
export function PeopleFrame({ title, groupId, placeOf, children }: PeopleFrameProps) {
  const { t } = useLingui()
  const [, go] = useLocation()
  const { data, loading, failed, reload } = useRead(MyClubs)
  const clubs = (data?.myClubs ?? []).filter(one => !one.archived && isIn(one))
  const club = chosenClub(clubs, groupId)
  return (
    <Screen title={title} back={club ? `/clubs/${club.groupId}` : '/clubs'}>
      {loading && <Skeleton />}
      {failed && (
        <ErrorState title={<Trans>Your clubs could not be read</Trans>} onRetry={reload}>
          <Trans>Nothing is lost. Look again in a moment.</Trans>
        </ErrorState>
      )}
      {clubs.length > 1 && (
        <Chips label={t`Your clubs`}>
          {clubs.map(one => (
            <Chip
              key={one.groupId}
              pressed={one === club}
              onPress={() => go(placeOf(one.groupId), { replace: true })}
            >
              {one.name}
            </Chip>
          ))}
        </Chips>
      )}
      {data && !club && (
        <EmptyState title={<Trans>You are in no club yet</Trans>}>
          <Trans>Join one by its code, or start one yourself.</Trans>
        </EmptyState>
      )}
      {club && (
        <People key={club.groupId} groupId={club.groupId}>
          {children}
        </People>
      )}
    </Screen>
  )
}

function People({ groupId, children }: { groupId: string; children: PeopleFrameProps['children'] }) {
  const { data, loading, reload } = useRead(ClubPeople, { groupId })
  useEffect(() => keepClub(groupId), [groupId])
  if (loading) return <Skeleton />
  if (!data?.club)
    return (
      <ErrorState title={<Trans>This club could not be opened</Trans>} onRetry={reload}>
        <Trans>Either the network is away, or you are not in this club.</Trans>
      </ErrorState>
    )
  const people = othersOf(data.club, data.me?.id)
  if (people.length === 0)
    return (
      <EmptyState title={<Trans>You are alone here yet</Trans>}>
        <Trans>Give the code of the club to your friends.</Trans>
      </EmptyState>
    )
  return children({ club: data.club, people, thanks: data.clubChoices.thanks })
}
