import type { ResultOf } from '@/api/graphql'
import type { TeamBoardDocument } from './documents'

export type Board = NonNullable<ResultOf<typeof TeamBoardDocument>['teamBoard']>
