/** The arrows of the front: app → features → report → design, live, api, i18n; features never import features. */
export default {
  forbidden: [
    {
      name: 'features-stand-alone',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    {
      name: 'nothing-below-imports-the-app',
      severity: 'error',
      from: { path: '^src/(features|report|guardian|design|live|api|i18n)/' },
      to: { path: '^src/app/' },
    },
    {
      name: 'the-floor-imports-no-feature',
      severity: 'error',
      from: { path: '^src/(design|live|api|i18n)/' },
      to: { path: '^src/(features|report|guardian)/' },
    },
    {
      name: 'reporting-and-asking-know-no-feature',
      severity: 'error',
      from: { path: '^src/(report|guardian)/' },
      to: { path: '^src/features/' },
    },
    {
      name: 'design-knows-no-data',
      severity: 'error',
      from: { path: '^src/design/' },
      to: { path: '^src/(api|live)/' },
    },
    {
      name: 'words-know-nobody',
      severity: 'error',
      from: { path: '^src/i18n/' },
      to: { path: '^src/(api|live|design)/' },
    },
    {
      name: 'api-knows-no-live',
      severity: 'error',
      from: { path: '^src/api/' },
      to: { path: '^src/(live|design)/' },
    },
    {
      name: 'doorways-carry-no-framework',
      severity: 'error',
      from: { path: '^doorways/' },
      to: { path: '(node_modules|^src/(app|features|live|i18n)/|^src/api/(?!wipeDevice))' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: '\\.d\\.ts$|serviceWorker\\.ts$' },
      to: {},
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
  },
}
