import type { ResultOf } from '@/api/graphql'
import type { DeskReports } from './documents'

export type Report = ResultOf<typeof DeskReports>['reportQueue']['items'][number]

/** Somebody still has to decide: the report itself, or the author's appeal. */
export function isOpen(report: Report): boolean {
  return report.decision === '' || isAppealed(report)
}

export function isAppealed(report: Report): boolean {
  return report.appeal !== '' && report.appealDecision === ''
}

/** What holds now. */
export function outcomeOf(report: Report): string {
  return report.appealDecision || report.decision
}
