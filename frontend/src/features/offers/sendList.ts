import { csrfToken } from '@/api/csrf'
import { noNetwork, type Problem, unexpected } from '@/api/problems'

const LIMIT_MS = 120_000

export type List = { file: File } | { text: string }

/** A row of the list as it was read; `problem` is empty when it will be sent. */
export type ListRow = {
  row: number
  email: string
  name: string
  note: string
  link: string
  /** With its scale; empty for none. */
  grade: string
  problem: string
}
export type Read = { ready: number; leftOut: number; most: number; rows: readonly ListRow[] }

export type Letter = { key: string; note: string; language: string; days: number; sendAt: string }

type To = { placeId: string; placeKind: string; achievementId: string }

/** Reads a list and keeps nothing of it. @throws {Problem} */
export async function readList(to: To, list: List): Promise<Read> {
  return (await post(to, list, {})) as Read
}

/** Offers the badge to everybody on the list without a problem; the same key again changes nothing. @throws {Problem} */
export async function offerToList(to: To, list: List, letter: Letter): Promise<string> {
  const fields = { ...letter, days: String(letter.days) }
  return ((await post(to, list, fields)) as { roundId: string }).roundId
}

async function post(to: To, list: List, fields: Record<string, string>): Promise<unknown> {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...to, ...fields })) form.append(name, value)
  if ('file' in list) form.append('file', list.file)
  else form.append('text', list.text)
  let response: Response
  try {
    response = await fetch('/offers/', {
      method: 'POST',
      body: form,
      headers: { 'X-CSRFToken': csrfToken() },
      signal: AbortSignal.timeout(LIMIT_MS),
    })
  } catch {
    throw noNetwork()
  }
  const answer = await response.json().catch(() => null)
  if (response.ok && answer) return answer
  throw answer?.code ? ({ field: '', ...answer } satisfies Problem) : unexpected()
}
