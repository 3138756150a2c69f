import { readFileSync } from 'node:fs'

/** Budgets of design/frontend.md, in brotli bytes, over exactly the files that a first visit in Polish loads. */
const { app, doorways, map } = JSON.parse(
  readFileSync(new URL('./dist/manifest.json', import.meta.url), 'utf8'),
)
const files = addresses => addresses.map(address => `dist${address}`)
const firstRoute = role => [
  app.script,
  ...app.preload,
  ...app.features[role].preload,
  ...app.features[role].languages.pl,
]
const styles = role => [...app.styles, ...app.features[role].styles]

const furtherRoutes = (role, limit) =>
  Object.entries(app.features[role].routes)
    .filter(([, addresses]) => addresses.length > 0)
    .map(([name, addresses]) => ({ name: `${role}: ${name}`, path: files(addresses), limit }))

/** A part that every role opens: its own list first, then each screen. */
const sharedRoutes = (name, limit) => {
  const { preload, styles, routes } = app.shared[name]
  return [
    { name: `${name}: first screen`, path: files(preload), limit },
    ...(styles.length > 0
      ? [{ name: `${name}: style`, path: files(styles), limit: '4 kB', gzip: true }]
      : []),
    ...Object.entries(routes)
      .filter(([, addresses]) => addresses.length > 0)
      .map(([route, addresses]) => ({ name: `${name}: ${route}`, path: files(addresses), limit })),
  ]
}

export default [
  ...furtherRoutes('student', '10 kB'),
  ...furtherRoutes('teacher', '15 kB'),
  ...furtherRoutes('leader', '15 kB'),
  ...sharedRoutes('events', '10 kB'),
  ...sharedRoutes('clubs', '10 kB'),
  ...sharedRoutes('desk', '10 kB'),
  ...sharedRoutes('presentation', '10 kB'),
  ...sharedRoutes('profile', '10 kB'),
  ...sharedRoutes('define', '15 kB'),
  ...sharedRoutes('issuers', '15 kB'),
  ...sharedRoutes('afterwards', '10 kB'),
  ...sharedRoutes('applications', '10 kB'),
  ...sharedRoutes('offers', '15 kB'),
  { name: 'doorways: script', path: files([doorways.script]), limit: '15 kB' },
  { name: 'doorways: style', path: files(doorways.styles), limit: '8 kB', gzip: true },
  ...Object.entries(doorways.pages).map(([name, sheet]) => ({
    name: `doorways: style of ${name} besides`,
    path: files([sheet]),
    limit: '2 kB',
    gzip: true,
  })),
  { name: 'events: script besides', path: files([map.script]), limit: '3 kB' },
  { name: 'events: style besides', path: files(map.styles), limit: '3 kB', gzip: true },
  { name: 'map: script and style after the list', path: files(map.later), limit: '45 kB' },
  { name: 'map: drawing', path: files([map.drawn]), limit: '12 kB', gzip: true },
  { name: 'student: script on the first route', path: files(firstRoute('student')), limit: '95 kB' },
  { name: 'student: style', path: files(styles('student')), limit: '12 kB', gzip: true },
  { name: 'teacher: script on the first route', path: files(firstRoute('teacher')), limit: '165 kB' },
  { name: 'teacher: style', path: files(styles('teacher')), limit: '14 kB', gzip: true },
  { name: 'leader: script on the first route', path: files(firstRoute('leader')), limit: '110 kB' },
  { name: 'leader: style', path: files(styles('leader')), limit: '14 kB', gzip: true },
  { name: 'live: script after the first screen', path: files(app.later), limit: '5 kB' },
  {
    name: 'fonts: Polish',
    path: ['dist/static/app/onest-latin-*', 'dist/static/app/onest-polish-*'],
    brotli: false,
    limit: '26 kB',
  },
  {
    name: 'fonts: Ukrainian more',
    path: ['dist/static/app/onest-ukrainian-*'],
    brotli: false,
    limit: '16 kB',
  },
]
