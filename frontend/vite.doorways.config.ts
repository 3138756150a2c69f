import { defineConfig } from 'vite'
import { DIST } from './build/places.ts'

/** Style and the little script of the pages drawn by Django: no framework, works without it too. */
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
    rolldownOptions: { input: ['doorways/doorways.ts', 'map/start.ts'] },
  },
})
