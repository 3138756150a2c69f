import { asLanguage, type Language } from '@/i18n/languages'

/** Who uses this device now: just enough to start without a network. */
export type Person = {
  id: string
  role: 'student' | 'teacher' | 'coordinator' | 'leader' | 'operator'
  language: Language
  /** In no class, club or school now: an account of one's own, or of somebody who works for an issuer alone. */
  nowhere: boolean
}

const PLACE = 'kotylion.person'

export function rememberedPerson(): Person | null {
  try {
    const kept = JSON.parse(localStorage.getItem(PLACE) ?? 'null')
    return kept && asPerson(kept)
  } catch {
    return null
  }
}

export function rememberPerson(person: Person): void {
  localStorage.setItem(PLACE, JSON.stringify(person))
}

const FACES: Record<string, Person['role']> = {
  student: 'student',
  nobody: 'student',
  leader: 'leader',
  coordinator: 'coordinator',
  operator: 'operator',
}

/**
 * Who learns, or is in no group now, looks at their own badges; who leads a club alone gives them; a coordinator
 * without a class runs the school; the operator decides reports; the rest teach.
 */
export function asPerson(data: {
  id: string
  role: string
  language?: string | null
  nowhere?: boolean
}): Person {
  const said = data.role.toLowerCase()
  return {
    id: data.id,
    role: FACES[said] ?? 'teacher',
    language: asLanguage(data.language?.toLowerCase()),
    nowhere: said === 'nobody' || data.nowhere === true,
  }
}
