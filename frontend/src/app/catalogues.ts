import type { Messages } from '@lingui/core'
import type { Person } from '@/api/person'

const all = import.meta.glob<{ messages: Messages }>(['../i18n/locales/*.po', '../features/*/locales/*.po'])

/** Loaders of the shell's catalogue and those of the features a role uses, in every language. */
export function cataloguesOf(role: Person['role']): typeof all {
  const wanted = ['../i18n/', '../features/me/', `../features/${role}/`]
  return Object.fromEntries(
    Object.entries(all).filter(([path]) => wanted.some(start => path.startsWith(start))),
  )
}
