import type { ResultOf } from '@/api/graphql'
import type { StudentHome } from './documents'

export type Home = ResultOf<typeof StudentHome>['studentHome']
export type BadgeInBrief = Home['latestBadges'][number]
export type Near = Home['near'][number]

/** Address of a step inside the app. */
export const stepAddress = (enrollmentId: string, stepId: string) => `/paths/${enrollmentId}/steps/${stepId}`
