import type { ResultOf } from '@/api/graphql'
import type { MyDefining } from './documents'

/** An issuer in whose name the person describes badges. */
export type Issuer = ResultOf<typeof MyDefining>['myDefining'][number]
