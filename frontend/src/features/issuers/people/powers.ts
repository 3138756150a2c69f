import type { ResultOf } from '@/api/graphql'
import type { IssuerPeopleDocument } from './documents'

export type Colleague = NonNullable<ResultOf<typeof IssuerPeopleDocument>['issuerPeople']>['people'][number]

/** What somebody may do in the issuer's name. */
export type Powers = { manages: boolean; mayDefine: boolean; mayAward: boolean }
