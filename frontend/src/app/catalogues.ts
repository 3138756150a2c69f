import type { Messages } from '@lingui/core'

const all = import.meta.glob<{ messages: Messages }>(['../i18n/locales/*.po', '../features/*/locales/*.po'])

const within = (folder: string) =>
  Object.fromEntries(Object.entries(all).filter(([path]) => path.startsWith(folder)))

/** Loaders of the shell's own texts, in every language. */
export const shellCatalogues = () => within('../i18n/')

/** Loaders of one feature's texts, in every language. */
export const featureCatalogues = (feature: string) => within(`../features/${feature}/`)
