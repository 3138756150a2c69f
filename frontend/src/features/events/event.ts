import type { ResultOf } from '@/api/graphql'
import type { EventScreenDocument, MyEvents } from './documents'

export type EventInBrief = ResultOf<typeof MyEvents>['myEvents']['items'][number]
export type EventInFull = NonNullable<ResultOf<typeof EventScreenDocument>['event']>
type GroupOfMine = NonNullable<ResultOf<typeof MyEvents>['me']>['groups'][number]

const PLANNING_ROLES = ['teacher', 'leader']

/** The groups in whose name the person may plan. */
export const planningGroups = (groups: readonly GroupOfMine[] | undefined): GroupOfMine[] =>
  (groups ?? []).filter(({ role }) => PLANNING_ROLES.includes(role))

const PLACE = 'kotylion.class'

/** The group in the address, else the one of last time, else the first. */
export function chosenGroup<Group extends { id: string }>(
  groups: readonly Group[],
  asked: string | undefined,
): Group | undefined {
  const kept = localStorage.getItem(PLACE)
  return groups.find(({ id }) => id === asked) ?? groups.find(({ id }) => id === kept) ?? groups[0]
}

export const keepGroup = (id: string) => localStorage.setItem(PLACE, id)

/** Where it is, in one line; empty for a meeting online or one whose place is kept from this person. */
export const placeLine = ({ placeName, town }: { placeName: string; town: string }) =>
  [placeName, town].filter((part, at, all) => part && all.indexOf(part) === at).join(', ')
