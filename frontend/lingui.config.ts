import { readdirSync } from 'node:fs'
import { defineConfig } from '@lingui/conf'
import { formatter } from '@lingui/format-po'

/** One catalogue for the shell and the design system, one for each feature, so that a phone loads only its own. */
const features = readdirSync(new URL('./src/features', import.meta.url))

export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'pl', 'uk'],
  runtimeConfigModule: { Trans: ['@/i18n/Trans', 'Trans'] },
  format: formatter({ lineNumbers: false, origins: true }),
  catalogs: [
    {
      path: '<rootDir>/src/i18n/locales/{locale}',
      include: [
        '<rootDir>/src/app',
        '<rootDir>/src/design',
        '<rootDir>/src/api',
        '<rootDir>/src/live',
        '<rootDir>/src/i18n',
      ],
    },
    // Any feature may open it, and few people ever do.
    { path: '<rootDir>/src/report/locales/{locale}', include: ['<rootDir>/src/report'] },
    { path: '<rootDir>/src/guardian/locales/{locale}', include: ['<rootDir>/src/guardian'] },
    ...features.map(name => ({
      path: `<rootDir>/src/features/${name}/locales/{locale}`,
      include: [`<rootDir>/src/features/${name}`],
    })),
  ],
})
