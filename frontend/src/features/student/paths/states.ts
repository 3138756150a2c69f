import type { StepState } from '@/design/State'

/** How a step's state is drawn. `isNext` marks the one to do now. */
export function designState(state: string, isNext: boolean): StepState {
  switch (state) {
    case 'done':
    case 'locked':
      return state
    case 'handed_in':
    case 'topic_proposed':
      return 'review'
    case 'not_yet':
      return 'attention'
    default:
      return isNext ? 'current' : 'open'
  }
}

/** The teacher has it now; nothing is asked of the student. */
export const isWaiting = (state: string) => state === 'handed_in' || state === 'topic_proposed'
