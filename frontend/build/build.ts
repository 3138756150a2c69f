/** Builds everything Django serves: fonts, the app, the doorways, the service worker, and the lists it reads. */
import { rmSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { build } from 'vite'
import { buildDocuments } from './documents.ts'
import { buildFonts } from './fonts.ts'
import { buildIcons } from './icons.ts'
import { buildManifest } from './manifest.ts'
import { DIST, FINISHED } from './places.ts'
import { buildServiceWorker } from './serviceWorker.ts'

process.on('exit', () => rmSync(DIST, { recursive: true, force: true }))

await buildFonts()
await build({ logLevel: 'warn' })
await build({ configFile: 'vite.doorways.config.ts', logLevel: 'warn' })
const icons = await buildIcons()
await buildManifest(icons)
await buildServiceWorker()
const registered = await buildDocuments()
await putInPlace()
console.log(`${registered} documents registered`)

async function putInPlace(): Promise<void> {
  const former = `${DIST}-former`
  await rename(FINISHED, former).catch(() => {})
  await rename(DIST, FINISHED)
  await rm(former, { recursive: true, force: true })
}
