import type { FactTable } from '@/live/facts'

const LISTS = ['Applications', 'ApplicationInDetail', 'Me']

/** Which of the screens of applications each fact may have changed. */
export const facts: FactTable = {
  'credentials.ApplicationHandedIn': LISTS,
  'credentials.ApplicationAnswered': LISTS,
  'credentials.ApplicationWithdrawn': LISTS,
  'credentials.DeskOpened': ['Applications'],
  'credentials.DeskClosed': ['Applications'],
}
