import { stringifyDocument } from '@urql/core'
import { fetchByDocumentId } from '@/api/documentId'
import { personOfPage } from '@/api/firstAnswer'
import { asPerson, type Person, rememberedPerson, rememberPerson } from '@/api/person'
import { wipeDevice } from '@/api/wipeDevice'
import { WhoAmI } from './documents'

/** How long a start waits for the server before it trusts what the device remembers, in ms. */
const PATIENCE_MS = 2_500

/**
 * Whose app this is. The page says so when the server drew it; the shell kept on the device does not know, and a
 * shared computer may have another person's session by now, so nothing kept is shown before the server was asked.
 * Without a network the last person's own data opens.
 * @returns null when nobody is signed in; undefined when nobody is remembered and the server cannot be asked
 */
export async function whoIsHere(): Promise<Person | null | undefined> {
  const before = rememberedPerson()
  const answer = personOfPage() ?? (await ask())
  const now = answer === undefined ? (before ?? undefined) : answer
  if (before && before.id !== now?.id) await wipeDevice()
  if (now) rememberPerson(now)
  return now
}

async function ask(): Promise<Person | null | undefined> {
  try {
    const response = await fetchByDocumentId('/graphql/', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ operationName: 'WhoAmI', query: stringifyDocument(WhoAmI) }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    const { data } = await response.json()
    if (!data) return undefined
    return data.me ? asPerson(data.me) : null
  } catch {
    return undefined
  }
}
