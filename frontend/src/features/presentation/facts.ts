import type { FactTable } from '@/live/facts'

const BOTH = ['MyPresentations', 'Presentation']

/** Which of the screens of presentation pages each fact may have changed. */
export const facts: FactTable = {
  'portfolio.PresentationChanged': BOTH,
  'portfolio.PresentationOpened': BOTH,
  'portfolio.PresentationWithdrawn': BOTH,
  'people.ConsentAnswered': BOTH,
  'people.ConsentWithdrawn': BOTH,
}
