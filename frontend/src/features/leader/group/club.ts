import type { ResultOf } from '@/api/graphql'
import type { LedClubDocument } from './documents'

export type ClubInFull = NonNullable<ResultOf<typeof LedClubDocument>['club']>
export type ClubMeeting = ClubInFull['events'][number]
