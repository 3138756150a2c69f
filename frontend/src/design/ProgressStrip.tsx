import type { StepState } from './State'

/** One cell a step. `label` says the same in words ("7 of 11 steps, 1 to review") and is what is read aloud. */
export function ProgressStrip({ states, label }: { states: readonly StepState[]; label: string }) {
  return (
    <div className="strip" role="img" aria-label={label}>
      {states.map((state, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place in the path is the identity of a cell.
        <i key={position} className={state} />
      ))}
    </div>
  )
}

/** Done of all, with the numbers in sight. */
export function ProgressBar({ done, of, label }: { done: number; of: number; label: string }) {
  return (
    <div className="progress">
      <progress value={done} max={of} aria-label={label} />
      <span className="quiet">
        {done} / {of}
      </span>
    </div>
  )
}
