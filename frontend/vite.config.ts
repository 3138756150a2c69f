import { resolve } from 'node:path'
import { lingui, linguiTransformerBabelPreset } from '@lingui/vite-plugin'
import babel from '@rolldown/plugin-babel'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { DIST } from './build/places.ts'
import { tightDocuments } from './build/tightDocuments.ts'

/** The signed-in app. The doorways and the service worker are built beside it by `build/build.ts`. */
export default defineConfig({
  base: '/static/app/',
  publicDir: false,
  resolve: {
    alias: {
      '@': resolve(import.meta.dirname, 'src'),
      // React has this hook itself since 18; the shim would only be carried along.
      'use-sync-external-store/shim/index.js': resolve(import.meta.dirname, 'build/useSyncExternalStore.ts'),
      'use-sync-external-store/shim': resolve(import.meta.dirname, 'build/useSyncExternalStore.ts'),
    },
  },
  define: { __GALLERY__: JSON.stringify(process.env['GALLERY'] === '1') },
  plugins: [
    tightDocuments,
    react(),
    lingui({ failOnCompileError: true }),
    babel({ presets: [linguiTransformerBabelPreset()] }),
  ],
  build: {
    outDir: `${DIST}/static/app`,
    emptyOutDir: true,
    assetsDir: '',
    assetsInlineLimit: 0,
    manifest: 'vite-manifest.json',
    modulePreload: { polyfill: false },
    target: ['chrome123', 'firefox125', 'safari17.5'],
    rolldownOptions: {
      input: 'src/app/main.tsx',
      output: {
        // A name says whose file it is: the service worker leaves out those of teachers and leaders.
        chunkFileNames: chunk =>
          `${ownerOf(chunk.facadeModuleId ?? chunk.moduleIds[0] ?? '')}[name]-[hash].js`,
        // One file for what every first screen needs packs better than a dozen small ones.
        codeSplitting: {
          groups: [
            { name: 'shell', test: isShell },
            // The same for fields and pickers: whoever writes something loads them once.
            {
              name: 'fields',
              test: /\/src\/design\/(Field|Choice|Chips|FileDrop|PhotoPicker|AudioPicker|photo)/,
            },
          ],
        },
      },
    },
  },
})

function ownerOf(module: string): string {
  const [, role] = /features\/(teacher|leader)\/(?!index)/.exec(module) ?? []
  // Who plans and stands at the door is mostly not a student.
  if (/features\/events\/(plan|door)\//.test(module)) return 'leader-'
  if (/features\/(define|issuers|desk|offers)\//.test(module)) return 'staff-'
  return role ? `${role}-` : ''
}

/** What every person's first screen loads, whatever the role. */
const SHELL = [
  /\/node_modules\/(?!canvas-confetti|graphql-ws|qr\/|lucide-react\/.*\/icons\/)/,
  /\/src\/(api\/|app\/(?!sharedFacts)\w+\.tsx?$|i18n\/\w+\.ts$|live\/(?!connection))/,
  /\/src\/design\/(Bottom|Brand|Button|CalmLines|Card|Icon|Link|Medal|Notices|Progress|Screen|State|Toast|classNames|pleats|theme)/,
  // Icons of the bars and of first screens: two hundred bytes each in a file of its own, sixty in here.
  /\/icons\/(award|calendar-check|circle-user-round|eye|info|milestone|shapes|sparkles|users)\./,
]

function isShell(module: string): boolean {
  return SHELL.some(pattern => pattern.test(module))
}
