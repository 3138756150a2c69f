import type { ResultOf } from '@/api/graphql'
import type { LedBadgeDocument } from './documents'

export type BadgeInFull = NonNullable<ResultOf<typeof LedBadgeDocument>['clubBadge']>
