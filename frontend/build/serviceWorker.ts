/** Builds `dist/sw.js` with the list of files it keeps. Served by Django as `/app/sw.js`. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { build } from 'vite'
import { DIST, ROOT } from './places.ts'

/** Kept when first used instead: the screens of teachers, leaders and who answers for badges, rare letters, what only the installer of the app asks for, the page of components. */
const LEFT_OUT = /^(teacher|leader|staff)-|more-latin|^Gallery|^icon-\d|\.webmanifest$/

export async function buildServiceWorker(): Promise<void> {
  const names = (await readdir(resolve(DIST, 'static/app'))).filter(name => !LEFT_OUT.test(name)).sort()
  const lists = await readFile(resolve(DIST, 'manifest.json'))
  const version = createHash('sha256').update(lists).update(names.join()).digest('hex').slice(0, 12)
  const precache = { version, shell: '/app/shell', files: names.map(name => `/static/app/${name}`) }
  await build({
    configFile: false,
    root: ROOT,
    publicDir: false,
    logLevel: 'warn',
    define: { __PRECACHE__: JSON.stringify(precache) },
    build: {
      outDir: DIST,
      emptyOutDir: false,
      target: ['chrome123', 'firefox125', 'safari17.5'],
      rolldownOptions: {
        input: 'src/app/serviceWorker.ts',
        output: { format: 'iife', entryFileNames: 'sw.js' },
      },
    },
  })
}
