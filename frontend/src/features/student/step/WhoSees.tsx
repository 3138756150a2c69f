import { Eye } from 'lucide-react'
import type { StepInFull } from './step'

/** Always in sight where something is handed in: who sees it, and until when it is kept. */
export function WhoSees({ step }: { step: StepInFull }) {
  return (
    <div className="notice">
      <Eye aria-hidden="true" />
      <p>
        {step.whoSees} {step.keptUntil}
      </p>
    </div>
  )
}
