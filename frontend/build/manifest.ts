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

const BASE = '/static/app/'
/** Those with a first screen of their own. */
const ROLES = ['student', 'teacher', 'leader', 'operator']
/** Those that every role opens now and then. */
const SHARED = [
  'events',
  'clubs',
  'desk',
  'presentation',
  'profile',
  'define',
  'issuers',
  'afterwards',
  'applications',
  'offers',
]

/** What one role's app consists of: its first route, the texts by language, and every further route with its own files. */
export function featureOf(app: Manifest, role: string, shell: Part) {
  const folder = `src/features/${role}`
  const known = new Set([...shell.preload, ...shell.styles])
  const first = partOf(app, `${folder}/index.tsx`, BASE, known)
  const texts = (language: string) =>
    ['src/i18n', folder]
      .flatMap(place => app[`${place}/locales/${language}.po`]?.file ?? [])
      .map(file => BASE + file)
  const all = new Set([...known, ...first.preload, ...first.styles])
  const routes = Object.keys(app)
    .filter(name => name.startsWith(folder) && name.endsWith('.tsx') && app[name]?.isDynamicEntry)
    .filter(name => name !== `${folder}/index.tsx`)
    .map(name => [name.slice(folder.length + 1), partOf(app, name, BASE, all).preload])
  return {
    ...first,
    languages: Object.fromEntries(LANGUAGES.map(language => [language, texts(language)])),
    routes: Object.fromEntries(routes) as Record<string, string[]>,
  }
}

/** What comes after the first screen, for live. */
const LATER = ['src/live/connection.ts', 'src/app/sharedFacts.ts']

/** The sheets that single kinds of page load besides, by name: `doorways/pages/finder.css` is `finder`. */
export function sheetsOf(doorways: Manifest): Record<string, string> {
  const sheets = Object.entries(doorways).filter(([key]) => /^doorways\/pages\/[\w-]+\.css$/.test(key))
  return Object.fromEntries(
    sheets.map(([key, { file }]) => [
      key.slice('doorways/pages/'.length, -'.css'.length),
      `/static/doorways/${file}`,
    ]),
  )
}

export async function buildManifest(icons: Record<string, string>): Promise<void> {
  const app = await read('app')
  const doorways = await read('doorways')
  const shell = partOf(app, 'src/app/main.tsx', BASE)
  const script = BASE + (app['src/app/main.tsx']?.file ?? '')
  const doorway = partOf(doorways, 'doorways/doorways.ts', '/static/doorways/')
  const map = partOf(doorways, 'map/start.ts', '/static/doorways/')
  const living = partOf(doorways, 'map/eventMap.ts', '/static/doorways/', new Set(map.preload))
  const drawn = doorways['map/poland.topo.json']?.file
  const manifest = {
    app: {
      script,
      styles: shell.styles,
      preload: shell.preload.filter(address => address !== script),
      features: Object.fromEntries(ROLES.map(role => [role, featureOf(app, role, shell)])),
      shared: Object.fromEntries(SHARED.map(name => [name, featureOf(app, name, shell)])),
      later: LATER.flatMap(name => partOf(app, name, BASE, new Set(shell.preload)).preload),
      webmanifest: icons['webmanifest'],
    },
    doorways: { script: doorway.preload[0], styles: doorway.styles, pages: sheetsOf(doorways) },
    map: {
      script: map.preload[0],
      styles: map.styles,
      later: [...living.preload, ...living.styles],
      drawn: drawn ? `/static/doorways/${drawn}` : '',
    },
    icons,
  }
  await writeFile(resolve(DIST, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`)
}
