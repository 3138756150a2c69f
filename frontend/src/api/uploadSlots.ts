/** A file that goes first; wherever the variables say `slot`, the id the server gave takes its place. */
export type UploadSlot = { slot: string; key: string; file: Blob; name: string }

/** `const photo = uploadSlot(file)`; put `photo.slot` where the id belongs and hand `photo` to `send`. */
export function uploadSlot(file: Blob, name: string): UploadSlot {
  const key = crypto.randomUUID()
  return { slot: `upload:${key}`, key, file, name }
}

/** Replaces slots by ids anywhere in the variables. */
export function fillSlots(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return ids.get(value) ?? value
  if (Array.isArray(value)) return value.map(item => fillSlots(item, ids))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, fillSlots(item, ids)]))
}
