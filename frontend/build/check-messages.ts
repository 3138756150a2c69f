/**
 * Fails while a text has no Polish or Ukrainian, lacks one of the four plural forms, or loses a placeholder.
 * Run after `lingui extract`.
 */
import { globSync, readFileSync } from 'node:fs'
import { ROOT } from './places.ts'
import { entriesOf, faultsOf } from './poFaults.ts'

const faults = globSync('src/**/locales/{pl,uk}.po', { cwd: ROOT }).flatMap(file => {
  const entries = entriesOf(readFileSync(`${ROOT}/${file}`, 'utf8'))
  return entries.flatMap(entry => faultsOf(entry).map(fault => `${file}: ${fault}: ${entry.id}`))
})
for (const fault of faults) console.error(fault)
if (faults.length > 0) process.exitCode = 1
else console.log('Every text has its Polish and its Ukrainian.')
