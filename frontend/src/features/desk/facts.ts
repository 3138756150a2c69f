import type { FactTable } from '@/live/facts'

/** Reports and vouching; what concerns the author stands on the screen of their own account. */
export const facts: FactTable = {
  'people.ContentReported': ['DeskReports', 'DecisionsAboutMe'],
  'people.ReportDecided': ['DeskReports', 'DecisionsAboutMe'],
  'people.DecisionAppealed': ['DeskReports', 'DecisionsAboutMe'],
  'clubs.VouchAsked': ['DeskVouches'],
  'clubs.VouchDecided': ['DeskVouches'],
}
