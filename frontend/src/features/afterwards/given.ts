import type { ResultOf } from '@/api/graphql'
import type { GivenBadge, GivenBadges, ToRenew } from './documents'

export type Listed = ResultOf<typeof GivenBadges>['answeredCredentials']['items'][number]
export type Review = ResultOf<typeof GivenBadges>['stackReviews'][number]
export type Given = NonNullable<ResultOf<typeof GivenBadge>['answeredCredential']>
export type Due = ResultOf<typeof ToRenew>['renewable'][number]

/** Longest reason, as the server counts it. */
export const REASON_LIMIT = 500
