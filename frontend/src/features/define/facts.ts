import type { FactTable } from '@/live/facts'

const LISTS = ['DescribedBadges', 'BadgeHistory']

/** Which of the screens of those who describe badges each fact may have changed. */
export const facts: FactTable = {
  'credentials.BadgeDrafted': LISTS,
  'credentials.DraftDiscarded': LISTS,
  'credentials.AchievementPublished': LISTS,
  'credentials.AchievementWithdrawn': LISTS,
  'credentials.AchievementRestored': LISTS,
}
