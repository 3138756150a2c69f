import type { ResultOf } from '@/api/graphql'
import type { LedMembersDocument } from './documents'

type Members = NonNullable<ResultOf<typeof LedMembersDocument>['clubMembers']>
export type Member = Members['members'][number]
export type JoinAsked = Members['requests'][number]
