import type { Client } from '@urql/core'
import { isNoNetwork } from './errors'
import type { Intent } from './intent'
import { NO_NETWORK, noNetwork, type Problem, unexpected } from './problems'
import { upload } from './upload'
import { fillSlots } from './uploadSlots'

export type Delivered =
  | { outcome: 'done'; payload: Record<string, unknown> }
  | { outcome: 'refused'; problems: Problem[] }
  | { outcome: 'unsent'; problems: Problem[] }

/** Sends one intent: its files, then its mutation. Never throws; the same key may be sent again at any time. */
export async function deliver(client: Client, intent: Intent): Promise<Delivered> {
  const ids = new Map<string, string>()
  try {
    for (const { slot, key, file, name } of intent.uploads) ids.set(slot, (await upload(file, name, key)).id)
  } catch (cause) {
    const problem = cause as Problem
    return { outcome: problem.code === NO_NETWORK ? 'unsent' : 'refused', problems: [problem] }
  }
  const variables = { ...(fillSlots(intent.variables, ids) as object), key: intent.key }
  const result = await client.mutation(intent.document, variables).toPromise()
  if (isNoNetwork(result.error)) return { outcome: 'unsent', problems: [noNetwork()] }
  const payload = Object.values(result.data ?? {})[0] as Record<string, unknown> | undefined
  if (!payload) return { outcome: 'refused', problems: [fromErrors(result.error?.graphQLErrors[0])] }
  const problems = (payload['errors'] ?? []) as Problem[]
  return problems.length > 0 ? { outcome: 'refused', problems } : { outcome: 'done', payload }
}

function fromErrors(error: { message: string; extensions: Record<string, unknown> } | undefined): Problem {
  const code = error?.extensions['code']
  return code ? { field: '', code: String(code), message: error.message } : unexpected()
}
