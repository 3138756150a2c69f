/** Turns Vite's manifests into the one list Django's templates read: `dist/manifest.json`. */
import { readFile, rm, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Manifest } from 'vite'
import { LANGUAGES } from '../src/i18n/languages.ts'
import { DIST } from './places.ts'

type Part = { preload: string[]; styles: string[] }

/** Addresses of a chunk and everything it imports at once, without what `known` has already. */
export function partOf(
  manifest: Manifest,
  key: string,
  base: string,
  known: ReadonlySet<string> = new Set(),
): Part {
  const seen = new Set<string>()
  const styles = new Set<string>()
  const walk = (name: string) => {
    const chunk = manifest[name]
    if (!chunk || seen.has(name)) return
    seen.add(name)
    for (const sheet of chunk.css ?? []) styles.add(base + sheet)
    for (const imported of chunk.imports ?? []) walk(imported)
  }
  walk(key)
  const preload = [...seen].map(name => base + (manifest[name]?.file ?? ''))
  const fresh = (addresses: Iterable<string>) => [...addresses].filter(address => !known.has(address))
  return { preload: fresh(preload), styles: fresh(styles) }
}

const read = async (folder: string): Promise<Manifest> => {
  const path = resolve(DIST, 'static', folder, 'vite-manifest.json')
  const manifest = JSON.parse(await readFile(path, 'utf8')) as Manifest
  await rm(path)
  return manifest
}

export async function buildManifest(icons: Record<string, string>): Promise<void> {
  const app = await read('app')
  const doorways = await read('doorways')
  const base = '/static/app/'
  const shell = partOf(app, 'src/app/main.tsx', base)
  const known = new Set([...shell.preload, ...shell.styles])
  const feature = (role: string) => partOf(app, `src/features/${role}/index.tsx`, base, known)
  const script = base + (app['src/app/main.tsx']?.file ?? '')
  const catalogues = (role: string, language: string) =>
    ['src/i18n', `src/features/${role}`]
      .map(folder => app[`${folder}/locales/${language}.po`]?.file)
      .filter(file => file !== undefined)
      .map(file => base + file)
  const perLanguage = (role: string) =>
    Object.fromEntries(LANGUAGES.map(language => [language, catalogues(role, language)]))
  const doorway = partOf(doorways, 'doorways/doorways.ts', '/static/doorways/')
  const manifest = {
    app: {
      script,
      styles: shell.styles,
      preload: shell.preload.filter(address => address !== script),
      features: {
        student: { ...feature('student'), languages: perLanguage('student') },
        teacher: { ...feature('teacher'), languages: perLanguage('teacher') },
      },
      later: partOf(app, 'src/live/connection.ts', base, known).preload,
      webmanifest: icons['webmanifest'],
    },
    doorways: { script: doorway.preload[0], styles: doorway.styles },
    icons,
  }
  await writeFile(resolve(DIST, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`)
}
