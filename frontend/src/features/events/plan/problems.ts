import type { Problem } from '@/api/problems'

const snake = (name: string) => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

/** Where the server's words for fields differ from those of the form. */
const FIELDS: Record<string, readonly string[]> = {
  startsAt: ['startsAt', 'day'],
  place: ['place', 'placeId'],
  series: ['repeatWeeks', 'repeatUntil', 'repeatExceptions'],
  ages: ['ageMin', 'ageMax'],
  who: ['visibility', 'invitedGroupIds', 'invitedUserIds'],
  badge: ['achievementId', 'badgeCount'],
}
const KNOWN = [
  'title', 'startsAt', 'endsAt', 'onlineUrl', 'place', 'series', 'ages', 'who', 'badge', 'capacity',
  'description', 'kind', 'signUp', 'needsConsent',
] as const // biome-ignore format: one list

const namesOf = (field: string) => (FIELDS[field] ?? [field]).flatMap(name => [name, snake(name)])

const lastOf = (field: string) => field.split('.').at(-1) ?? ''

/**
 * The message for one part of the form. The empty name asks for what concerns no part in particular.
 */
export function errorAt(problems: readonly Problem[], field: string): string | undefined {
  const mine = (problem: Problem, name: string) =>
    namesOf(name).some(one => problem.field.split('.').includes(one) || lastOf(problem.field) === one)
  if (field !== '') return problems.find(problem => mine(problem, field))?.message
  return problems.find(problem => !KNOWN.some(name => mine(problem, name)))?.message
}
