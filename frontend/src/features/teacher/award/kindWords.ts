import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react'

const WORDS: Record<string, ReturnType<typeof msg>> = {
  microcredential: msg`microcredential`,
  digital_badge: msg`digital badge`,
  club_badge: msg`club badge`,
}

/** The kind of recognition in words; the three are never confused. */
export function useKindWords(): (kind: string) => string {
  const { _ } = useLingui()
  return kind => {
    const word = WORDS[kind]
    return word ? _(word) : ''
  }
}
