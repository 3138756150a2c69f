import type { Results } from './Questions'
import type { StepInFull } from './step'

/** What every phase of a step is given. */
export type PhaseProps = {
  step: StepInFull
  show: (step: StepInFull | null | undefined) => void
  /** What the quiz explained last; stays to be read when the step is done. */
  results: Results
  explain: (results: Results) => void
}
