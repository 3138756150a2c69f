/** What travels on the wire: the name of a fact and ids, never a name, a text or a score. */
export type Envelope = {
  fact: string
  about: Record<string, unknown>
  scope: string | null
  at: string
}

/** Fact name → operation names of the queries it may have changed; only those on the screen are asked again. */
export type FactTable = Readonly<
  Record<string, readonly string[] | ((envelope: Envelope) => readonly string[])>
>

/** Sent by the server when this socket missed something: everything on the screen is asked again. */
export const RESYNC = 'core.Resync'

/**
 * The queries to ask again.
 * @returns operation names, or null for "everything on the screen"
 */
export function queriesFor(envelope: Envelope, tables: readonly FactTable[]): readonly string[] | null {
  if (envelope.fact === RESYNC) return null
  return tables.flatMap(table => {
    const entry = table[envelope.fact]
    return typeof entry === 'function' ? entry(envelope) : (entry ?? [])
  })
}

/** A person's own fact is shown at once: it has no group, or it names the person. */
export function isOwn(envelope: Envelope, personId: string): boolean {
  return envelope.scope === null || Object.values(envelope.about).flat().includes(personId)
}
