import type { ResultOf } from '@/api/graphql'
import type { TeacherHome } from './documents'

type Home = ResultOf<typeof TeacherHome>['teacherHome']
export type NeedsMeItem = Home['needsMe'][number]
export type Work = 'review' | 'stuck' | 'ready'

/** The three numbers over all classes. */
export function groupsOfWork(classes: Home['classes']): Record<Work, number> {
  const sum = (pick: (of: Home['classes'][number]) => number) =>
    classes.reduce((all, one) => all + pick(one), 0)
  return { review: sum(one => one.toReview), stuck: sum(one => one.stuck), ready: sum(one => one.ready) }
}

/** Where a tap leads: to the piece, to the student, or to the award that is due. */
export function placeFor(item: NeedsMeItem): string {
  if (item.submissionId && (item.kind === 'review' || item.kind === 'topic'))
    return `/review/${item.submissionId}`
  if (item.kind === 'ready' && item.achievementId) return `/award/${item.groupId}/${item.achievementId}`
  return `/classes/${item.groupId}/students/${item.studentId}`
}
