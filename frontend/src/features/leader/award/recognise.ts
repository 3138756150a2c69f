import type { ResultOf, VariablesOf } from '@/api/graphql'
import type { Waiting } from '@/api/useWaiting'
import type { RecogniseDocument, RecogniseMembers } from './documents'

export type RecogniseView = NonNullable<ResultOf<typeof RecogniseDocument>['recogniseScreen']>
export type Person = RecogniseView['people'][number]
export type BadgeChoice = RecogniseView['all'][number]
export type WaitingAward = Waiting<VariablesOf<typeof RecogniseMembers>>

/** Recent badges first, then the club's own, then those of an issuer that it may give too; each once. */
export function badgesInOrder({ recent, all }: Pick<RecogniseView, 'recent' | 'all'>): BadgeChoice[] {
  const first = new Set(recent.map(({ id }) => id))
  const others = all.filter(({ id }) => !first.has(id))
  const own = others.filter(({ kind }) => kind === 'club_badge')
  return [...recent, ...own, ...others.filter(({ kind }) => kind !== 'club_badge')]
}

/** Who may get it: everybody who does not hold it and for whom it does not wait on this phone. */
export function eligible(people: readonly Person[], queued: ReadonlySet<string>): Person[] {
  return people.filter(({ id, has }) => !has && !queued.has(id))
}

/** Those for whom this badge waits on the phone. */
export function queuedFor(achievementId: string | null, acts: readonly WaitingAward[]): Set<string> {
  const same = acts.filter(({ variables }) => variables.achievementId === achievementId)
  return new Set(same.flatMap(({ variables }) => variables.userIds))
}

/** Badges that wait: one for each person of each act. */
export function badgesWaiting(acts: readonly WaitingAward[]): number {
  return acts.reduce((sum, { variables }) => sum + variables.userIds.length, 0)
}

/** The meeting goes into the badge only when everybody who gets it was there. */
export function eventFor(view: RecogniseView, chosen: ReadonlySet<string>): string | null {
  const together = view.people.every(({ id, here }) => here || !chosen.has(id))
  return together ? (view.event?.id ?? null) : null
}

/** Faces and badges keep their places while the screen is open; what is new is added at the end. */
export function inSteadyOrder<Thing extends { id: string }>(
  shown: readonly string[],
  things: readonly Thing[],
): Thing[] {
  const place = new Map(shown.map((id, index) => [id, index]))
  const at = ({ id }: Thing) => place.get(id) ?? Number.POSITIVE_INFINITY
  return [...things].sort((one, other) => (at(one) === at(other) ? 0 : at(one) - at(other)))
}

/** At first: who is here stands in front, in the order of the list. */
export function firstOrder(people: readonly Person[]): string[] {
  return [...people.filter(({ here }) => here), ...people.filter(({ here }) => !here)].map(({ id }) => id)
}
