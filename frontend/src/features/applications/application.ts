import type { ResultOf } from '@/api/graphql'
import type { StepState } from '@/design/State'
import type { ApplicationInDetail, WhereToApply } from './documents'

export type Application = NonNullable<ResultOf<typeof ApplicationInDetail>['application']>
export type Desk = ResultOf<typeof WhereToApply>['applicationDesks'][number]

export const LOOK_OF_STATE: Record<string, StepState> = {
  handed_in: 'review',
  more_asked: 'attention',
  accepted: 'done',
  not_yet: 'attention',
  withdrawn: 'locked',
}

/** People leave the scheme out; addresses need it. */
export const asAddress = (url: string) => (/^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `https://${url}`)
