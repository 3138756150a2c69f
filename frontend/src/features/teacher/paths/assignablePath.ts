import type { ResultOf } from '@/api/graphql'
import type { AssignablePaths } from './documents'

export type AssignablePath = ResultOf<typeof AssignablePaths>['assignablePaths'][number]
