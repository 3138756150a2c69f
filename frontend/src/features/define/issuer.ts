import type { ResultOf } from '@/api/graphql'
import type { MyDefining } from './documents/home'

/** An issuer in whose name the person describes badges. */
export type Issuer = ResultOf<typeof MyDefining>['myDefining'][number]
