import type { ResultOf } from '@/api/graphql'
import type { Endorsing, GivenBadge, GivenBadges, ToRenew } from './documents'

export type Listed = ResultOf<typeof GivenBadges>['answeredCredentials']['items'][number]
export type Review = ResultOf<typeof GivenBadges>['stackReviews'][number]
export type Given = NonNullable<ResultOf<typeof GivenBadge>['answeredCredential']>
export type Due = ResultOf<typeof ToRenew>['renewable'][number]

type EndorsingScreen = ResultOf<typeof Endorsing>['endorsing']
export type EndorserName = EndorsingScreen['names'][number]
export type GivenEndorsement = EndorsingScreen['given'][number]
export type Endorsable = EndorsingScreen['found'][number]

/** Longest reason, as the server counts it. */
export const REASON_LIMIT = 500
