import { csrfToken } from './csrf'
import { noNetwork, type Problem, unexpected } from './problems'

export type Uploaded = { id: string; kind: string; bytes: number }

const LIMIT_MS = 120_000

/**
 * Sends one file to `/uploads/`. Repeating it with the same key answers the same id, so a broken connection is
 * simply tried again.
 * @param key idempotency key of this file, a UUID
 * @throws {Problem} refused, or no network (`code` NO_NETWORK)
 */
export async function upload(file: Blob, name: string, key: string): Promise<Uploaded> {
  const form = new FormData()
  form.append('file', file, name)
  let response: Response
  try {
    response = await fetch('/uploads/', {
      method: 'POST',
      body: form,
      headers: { 'X-CSRFToken': csrfToken(), 'Idempotency-Key': key },
      signal: AbortSignal.timeout(LIMIT_MS),
    })
  } catch {
    throw noNetwork()
  }
  const answer = await response.json().catch(() => null)
  if (response.ok && answer) return answer as Uploaded
  throw answer?.code
    ? ({ field: 'file', code: answer.code, message: answer.message } satisfies Problem)
    : unexpected()
}
