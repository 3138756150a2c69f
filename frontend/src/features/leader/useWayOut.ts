import { useApi } from '@/api/ApiProvider'
import { useRead } from '@/api/useRead'
import { LedClubs } from './documents'

/**
 * Where the arrow of a club's tab leads: back to the list of clubs. Who leads one club and nothing else has nowhere
 * else to be, and sees no arrow.
 */
export function useWayOut(): { back?: string } {
  const { person } = useApi()
  const { data } = useRead(LedClubs)
  const alone = person.role === 'leader' && (data?.myClubs.length ?? 0) <= 1
  return alone ? {} : { back: '/lead' }
}
