import type { ComponentType, ReactNode } from 'react'
import type { Person } from '@/api/person'
import type { Tab } from '@/design/BottomTabs'
import type { FactTable } from '@/live/facts'

/** What a feature's `index.tsx` gives the app as its default export. */
export type Feature = {
  /** Its routes, inside `/app`. */
  Routes: ComponentType
  /** A hook, so that labels follow the language and counts follow the data. */
  useTabs: () => readonly Tab[]
  facts: FactTable
  /** What stands around every screen of this role, the shared ones too. */
  Around?: ComponentType<{ children: ReactNode }>
}

/** Each role's screens are a chunk of their own; a student never loads the teacher's. */
const FEATURES = {
  student: () => import('@/features/student/index'),
  teacher: () => import('@/features/teacher/index'),
  coordinator: async () => {
    const { default: teacher, useCoordinatorTabs } = await import('@/features/teacher/index')
    return { default: { ...teacher, useTabs: useCoordinatorTabs } }
  },
  leader: () => import('@/features/leader/index'),
  operator: () => import('@/features/operator/index'),
} satisfies Record<Person['role'], () => Promise<{ default: Feature }>>

/** Whose texts a role reads: a coordinator's screens are the teacher's. */
export const textsOf = (role: Person['role']) => (role === 'coordinator' ? 'teacher' : role)

export async function loadFeature(role: Person['role']): Promise<Feature> {
  return (await FEATURES[role]()).default
}
