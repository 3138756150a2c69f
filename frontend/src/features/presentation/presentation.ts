import type { ResultOf } from '@/api/graphql'
import type { StepState } from '@/design/State'
import type { PresentationDocument } from './documents'

export type Presentation = NonNullable<ResultOf<typeof PresentationDocument>['presentation']>

/** How a page's state looks: shape and colour for the word that the server gives. */
export const LOOK_OF_STATE: Record<string, StepState> = {
  draft: 'open',
  open: 'done',
  withdrawn: 'locked',
  expired: 'locked',
  hidden: 'locked',
}

/** The ids of `list` with `id` in or out; what comes in stands last. */
export function toggled(list: readonly string[], id: string, on: boolean): string[] {
  const rest = list.filter(one => one !== id)
  return on ? [...rest, id] : rest
}

/** The ids of `list` with `id` one place earlier. */
export function earlier(list: readonly string[], id: string): string[] {
  const at = list.indexOf(id)
  if (at < 1) return [...list]
  const before = list[at - 1] as string
  return [...list.slice(0, at - 1), id, before, ...list.slice(at + 1)]
}
