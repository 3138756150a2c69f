import { resolve } from 'node:path'

export const ROOT = resolve(import.meta.dirname, '..')
/** Where this build puts everything together, out of sight: one that fails leaves the last good one in place. */
export const DIST = resolve(ROOT, `.cache/dist-${process.pid}`)
/** What Django serves. */
export const FINISHED = resolve(ROOT, 'dist')
