import { useEffect } from 'react'
import { useRead } from '@/api/useRead'
import { TeacherGroups } from './documents'

const PLACE = 'kotylion.class'
const LEADS = ['teacher', 'leader', 'coordinator']

type Group = { id: string; name: string; role: string; schoolName: string }

/**
 * The class a tab works with: the one in the address, else the one of last time, else the first.
 * @param asked id from the address
 */
export function useChosenGroup(asked: string | undefined): {
  groups: Group[]
  group: Group | undefined
  loading: boolean
} {
  const { data, loading } = useRead(TeacherGroups)
  const groups = (data?.me?.groups ?? []).filter(({ role }) => LEADS.includes(role))
  const kept = localStorage.getItem(PLACE)
  const group = groups.find(({ id }) => id === asked) ?? groups.find(({ id }) => id === kept) ?? groups[0]
  const id = group?.id
  useEffect(() => {
    if (id) localStorage.setItem(PLACE, id)
  }, [id])
  return { groups, group, loading }
}
