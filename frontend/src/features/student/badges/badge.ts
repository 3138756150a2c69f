import type { ResultOf } from '@/api/graphql'
import type { BadgeDetail } from './documents'

type Detail = ResultOf<typeof BadgeDetail>
export type Badge = NonNullable<Detail['badge']>
export type BadgeStory = NonNullable<Detail['badgeStory']>
export type Larger = BadgeStory['countsFor'][number]
export type Owner = NonNullable<Detail['me']>

export const SHOWN_NAMES = ['initials', 'nickname', 'full'] as const
export type ShownName = (typeof SHOWN_NAMES)[number]

/** How a stranger reads the owner's name; the same rule as on the shared page. */
export function nameAs(shown: ShownName, { givenName, familyName, nickname }: Owner): string {
  const initials = [givenName, familyName].map(name => (name ? `${name.charAt(0)}.` : '')).join('')
  if (shown === 'full') return `${givenName} ${familyName}`
  return shown === 'nickname' ? nickname || initials : initials
}

/** It still counts: neither taken back nor out of date. */
export const isGood = ({ state }: { state: string }) => state === 'awarded' || state === 'held'
