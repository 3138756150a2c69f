import { csrfToken } from '@/api/csrf'
import { noNetwork, type Problem, unexpected } from '@/api/problems'

const LIMIT_MS = 120_000

/**
 * Sends a class list to `/rosters/`, which reads it and imports nothing.
 * @returns id of the import
 * @throws {Problem} refused, or no network
 */
export async function sendRoster(schoolId: string, list: { file: File } | { text: string }): Promise<string> {
  const form = new FormData()
  form.append('schoolId', schoolId)
  if ('file' in list) form.append('file', list.file)
  else form.append('text', list.text)
  let response: Response
  try {
    response = await fetch('/rosters/', {
      method: 'POST',
      body: form,
      headers: { 'X-CSRFToken': csrfToken() },
      signal: AbortSignal.timeout(LIMIT_MS),
    })
  } catch {
    throw noNetwork()
  }
  const answer = await response.json().catch(() => null)
  if (response.ok && answer?.id) return answer.id as string
  throw answer?.code ? ({ field: '', ...answer } satisfies Problem) : unexpected()
}
