import { asLanguage, type Language } from '@/i18n/languages'

/** Who uses this device now: just enough to start without a network. */
export type Person = { id: string; role: 'student' | 'teacher'; language: Language }

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

/** Who learns, or is in no group now, looks at their own badges; every other role works with the staff's screens. */
export function asPerson(data: { id: string; role: string; language?: string | null }): Person {
  const role = ['student', 'nobody'].includes(data.role.toLowerCase()) ? 'student' : 'teacher'
  return { id: data.id, role, language: asLanguage(data.language?.toLowerCase()) }
}
