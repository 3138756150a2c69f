import { resolve } from 'node:path'

export const ROOT = resolve(import.meta.dirname, '..')
/** Where everything is put together, out of sight: a build that fails leaves the last good one in place. */
export const DIST = resolve(ROOT, '.cache/dist')
/** What Django serves. */
export const FINISHED = resolve(ROOT, 'dist')
