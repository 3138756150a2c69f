import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react'
import { Check, Circle, CircleDot, Hourglass, Lock, type LucideIcon, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './classNames'

/** How a step stands. Shown by shape, word and colour together, never by colour alone. */
export type StepState = 'done' | 'review' | 'attention' | 'current' | 'open' | 'locked'

export const STATE_ICONS: Record<StepState, LucideIcon> = {
  done: Check,
  review: Hourglass,
  attention: Undo2,
  current: CircleDot,
  open: Circle,
  locked: Lock,
}

export const STATE_WORDS = {
  done: msg`done`,
  review: msg`waiting for review`,
  attention: msg`not yet – see the hint`,
  current: msg`your next step`,
  open: msg`to do`,
  locked: msg`opens later`,
} satisfies Record<StepState, unknown>

/** A badge with the state's icon; `children` replaces the usual word where another one is clearer. */
export function State({ state, children }: { state: StepState; children?: ReactNode }) {
  const { _ } = useLingui()
  const Icon = STATE_ICONS[state]
  return (
    <span className={classNames('state', `state-${state}`)}>
      <Icon aria-hidden="true" strokeWidth={2.5} />
      {children ?? _(STATE_WORDS[state])}
    </span>
  )
}
