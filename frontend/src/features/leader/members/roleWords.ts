import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react'

export const ROLE_WORDS = {
  member: msg`Member`,
  helper: msg`Helper`,
  leader: msg`Leader`,
}
export type ClubRole = keyof typeof ROLE_WORDS

export const asRole = (role: string): ClubRole => (role in ROLE_WORDS ? (role as ClubRole) : 'member')

export function useRoleWords(): (role: string) => string {
  const { _ } = useLingui()
  return role => _(ROLE_WORDS[asRole(role)])
}
