import type { ResultOf } from '@/api/graphql'
import type { ClubPeople, ClubScreenDocument, MyClubs } from './documents'

export type ClubInBrief = ResultOf<typeof MyClubs>['myClubs'][number]
export type Club = NonNullable<ResultOf<typeof ClubScreenDocument>['club']>
export type PeopleOfClub = NonNullable<ResultOf<typeof ClubPeople>['club']>
export type Person = { id: string; name: string }

/** Everybody but oneself, leaders first, each once. */
export function othersOf(
  club: { leaders: readonly Person[]; members: readonly Person[] },
  me: string | undefined,
): Person[] {
  const all = new Map([...club.leaders, ...club.members].map(person => [person.id, person]))
  return [...all.values()].filter(({ id }) => id !== me)
}

const MEMBER_ROLES = ['leader', 'helper', 'member']

/** A coordinator who answers for the club, or somebody who only found it, is not in it. */
export const isIn = ({ role }: { role: string }): boolean => MEMBER_ROLES.includes(role)

const PLACE = 'kotylion.club'

/** The club in the address, else the one of last time, else the first that is not put away. */
export function chosenClub(
  clubs: readonly ClubInBrief[],
  asked: string | undefined,
): ClubInBrief | undefined {
  const alive = clubs.filter(club => !club.archived && isIn(club))
  const kept = localStorage.getItem(PLACE)
  return alive.find(one => one.groupId === asked) ?? alive.find(one => one.groupId === kept) ?? alive[0]
}

export const keepClub = (groupId: string) => localStorage.setItem(PLACE, groupId)
