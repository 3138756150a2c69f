/** The languages of the portal are equals; Polish is what a stranger gets. */
export const LANGUAGES = ['pl', 'en', 'uk'] as const
export type Language = (typeof LANGUAGES)[number]

/** Each language under its own name, for people who can read no other. */
export const OWN_NAMES: Record<Language, string> = { pl: 'Polski', en: 'English', uk: 'Українська' }

export function asLanguage(value: string | null | undefined): Language {
  return LANGUAGES.find(language => language === value) ?? 'pl'
}
