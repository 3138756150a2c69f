import { globSync } from 'node:fs'
import { defineConfig } from 'vite'
import { DIST } from './build/places.ts'

/**
 * Style and the little script of the pages drawn by Django: no framework, works without it too.
 * Each sheet of `doorways/pages/` is loaded by the pages that ask for it alone.
 */
export default defineConfig({
  base: '/static/doorways/',
  publicDir: false,
  build: {
    outDir: `${DIST}/static/doorways`,
    emptyOutDir: true,
    assetsDir: '',
    assetsInlineLimit: 0,
    manifest: 'vite-manifest.json',
    modulePreload: { polyfill: false },
    target: ['chrome123', 'firefox125', 'safari17.5'],
    rolldownOptions: { input: ['doorways/doorways.ts', 'map/start.ts', ...globSync('doorways/pages/*.css')] },
  },
})
