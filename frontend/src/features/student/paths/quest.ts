import type { ResultOf } from '@/api/graphql'
import type { PathMap } from './documents'

export type Quest = NonNullable<ResultOf<typeof PathMap>['questMap']>
