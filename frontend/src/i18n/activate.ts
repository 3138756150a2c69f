import { i18n, type Messages } from '@lingui/core'
import type { Language } from './languages'

type Catalogue = { messages: Messages }
/** From `import.meta.glob`: path → import, paths ending in `/<language>.po`. */
export type CatalogueLoaders = Record<string, () => Promise<Catalogue>>

async function load(language: string, loaders: CatalogueLoaders): Promise<Messages> {
  const wanted = Object.entries(loaders).filter(([path]) => path.endsWith(`/${language}.po`))
  const catalogues = await Promise.all(wanted.map(([, get]) => get()))
  return Object.assign({}, ...catalogues.map(catalogue => catalogue.messages))
}

/** Loads the texts of one language and switches to it. */
export async function activate(language: Language, loaders: CatalogueLoaders): Promise<void> {
  i18n.loadAndActivate({ locale: language, messages: await load(language, loaders) })
  document.documentElement.lang = language
}

/** Adds the texts of a part that is loaded later, in the language that is spoken now. */
export async function addTexts(loaders: CatalogueLoaders): Promise<void> {
  i18n.load(i18n.locale, await load(i18n.locale, loaders))
}
