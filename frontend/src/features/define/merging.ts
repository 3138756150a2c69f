import type { ResultOf, VariablesOf } from '@/api/graphql'
import type { BadgeDraftDocument, SaveDraft } from './documents/editor'

export type Draft = NonNullable<ResultOf<typeof BadgeDraftDocument>['badgeDraft']>
export type Choices = ResultOf<typeof BadgeDraftDocument>['editorChoices']
export type Description = Draft['description']
export type Part = keyof Description
export type PartOf = Choices['parts'][number]
export type Changes = NonNullable<VariablesOf<typeof SaveDraft>['changes']>
export type Speech = 'pl' | 'en' | 'uk'
export type Words = { pl?: string | null; en?: string | null; uk?: string | null }

/** What one person wrote and the screen shows over the server's draft, by "name.uk" for words and "tags" for the rest. */
export type Written = Readonly<Record<string, unknown>>

export const LANGUAGES: readonly Speech[] = ['pl', 'en', 'uk']
/** The parts that are one text in three languages. */
export const WORDS: readonly Part[] = [
  'name',
  'description',
  'artAlt',
  'otherConditions',
  'assessorNote',
  'participationNote',
  'howToEarn',
  'feedbackExamples',
  'qualityAssurance',
  'accessibility',
]

export const partOf = (key: string) => key.split('.')[0] as Part

/** What the server says of one key. */
export function said(description: Description, key: string): unknown {
  const [part, language] = key.split('.') as [Part, Speech | undefined]
  const value = description[part]
  return language ? ((value as Words)[language] ?? '') : value
}

/** White space and empty places do not count: the server takes them away. */
export const settled = (value: unknown): string => JSON.stringify(tidy(value) ?? null)

function tidy(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() || undefined
  if (Array.isArray(value)) {
    const rows = value.map(tidy).filter(row => row !== undefined)
    return rows.length > 0 ? rows : undefined
  }
  if (value === null || typeof value !== 'object') return value ?? undefined
  const kept = Object.entries(value)
    .map(([name, one]) => [name, tidy(one)] as const)
    .filter(([name, one]) => one !== undefined && name !== 'id' && name !== '__typename')
    .sort(([a], [b]) => a.localeCompare(b))
  return kept.length > 0 ? Object.fromEntries(kept) : undefined
}

/** The description with what was written here laid over it. */
export function shown(description: Description, written: Written): Description {
  const over: Record<string, unknown> = { ...description }
  for (const [key, value] of Object.entries(written)) {
    const [part, language] = key.split('.') as [Part, Speech | undefined]
    over[part] = language ? { ...(over[part] as Words), [language]: value } : value
  }
  return over as Description
}

/** What is sent for these keys. */
export function changesOf(written: Written, keys: Iterable<string>): Changes {
  const sent: Record<string, unknown> = {}
  for (const key of keys) {
    const [part, language] = key.split('.') as [Part, Speech | undefined]
    sent[part] = language ? { ...(sent[part] as Words | undefined), [language]: written[key] } : written[key]
  }
  return sent as Changes
}

export type Meeting = { written: Written; unsaved: ReadonlySet<string>; clashes: readonly string[] }

/**
 * A newer draft has come. What is saved here and says something else there gives way; what is not saved yet stays, and
 * clashes when somebody else has written in the same place since.
 */
export function meet(
  before: Description,
  now: Description,
  written: Written,
  unsaved: ReadonlySet<string>,
): Meeting {
  const kept: Record<string, unknown> = {}
  const open = new Set<string>()
  const clashes: string[] = []
  for (const [key, value] of Object.entries(written)) {
    const there = settled(said(now, key))
    if (there === settled(value)) {
      kept[key] = value
    } else if (unsaved.has(key)) {
      kept[key] = value
      open.add(key)
      if (there !== settled(said(before, key))) clashes.push(key)
    }
  }
  return { written: kept, unsaved: open, clashes }
}

/** The languages that are missing where another one says something. */
export function missingIn(words: Words): Speech[] {
  const has = LANGUAGES.filter(language => words[language]?.trim())
  return has.length === 0 ? [] : LANGUAGES.filter(language => !has.includes(language))
}

/** How many texts of the whole description are missing in each language. */
export function untranslated(description: Description): Record<Speech, number> {
  const found = { pl: 0, en: 0, uk: 0 }
  const texts: Words[] = WORDS.map(part => description[part] as Words)
  for (const { text, criteria } of description.learningOutcomes) texts.push(text, ...criteria)
  for (const one of description.activities)
    texts.push(one.name, one.description, one.place, one.organiser, one.conditions)
  for (const words of texts) for (const language of missingIn(words)) found[language] += 1
  return found
}
