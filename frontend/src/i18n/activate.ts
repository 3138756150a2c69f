import { i18n, type Messages } from '@lingui/core'
import type { Language } from './languages'

type Catalogue = { messages: Messages }
type CatalogueLoaders = Record<string, () => Promise<Catalogue>>

/**
 * Loads the catalogues of one language (the shell's and those of the features in use) and switches to it.
 * @param loaders from `import.meta.glob`: path → import, paths ending in `/<language>.po`
 */
export async function activate(language: Language, loaders: CatalogueLoaders): Promise<void> {
  const wanted = Object.entries(loaders).filter(([path]) => path.endsWith(`/${language}.po`))
  const catalogues = await Promise.all(wanted.map(([, load]) => load()))
  i18n.loadAndActivate({
    locale: language,
    messages: Object.assign({}, ...catalogues.map(catalogue => catalogue.messages)),
  })
  document.documentElement.lang = language
}
