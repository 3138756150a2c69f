import { Trans } from '@lingui/react/macro'
import { Lock } from 'lucide-react'
import { ButtonLink } from '@/design/Button'
import type { PhaseProps } from './phase'
import { StepFrame } from './StepFrame'

/** Readable before it opens, with the reason why it waits. */
export function Locked({ step }: PhaseProps) {
  return (
    <StepFrame
      step={step}
      action={
        <ButtonLink to={`/paths/${step.enrollmentId}`}>
          <Trans>Back to the path</Trans>
        </ButtonLink>
      }
    >
      <div className="notice">
        <Lock aria-hidden="true" />
        <p>
          <Trans>This step opens by itself when the required steps before it are done.</Trans>
        </p>
      </div>
    </StepFrame>
  )
}
