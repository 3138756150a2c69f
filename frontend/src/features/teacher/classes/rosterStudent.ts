import type { ResultOf } from '@/api/graphql'
import type { ClassRoster } from './documents'

export type RosterStudent = NonNullable<ResultOf<typeof ClassRoster>['classRoster']>['students'][number]
