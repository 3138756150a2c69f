import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { FieldError } from '@/design/Field'
import { Medal } from '@/design/Medal'
import { ConfirmStep } from './documents'
import type { PhaseProps } from './phase'
import { StepFrame } from './StepFrame'

/** The credential at the end of a path: everything it asks for is there, one tap takes it. */
export function Claiming({ step, show }: PhaseProps) {
  const [send, busy] = useSend(ConfirmStep)
  const [problem, setProblem] = useState<string>()
  const { badge } = step.node

  async function claim(): Promise<void> {
    const sent = await send({ enrollmentId: step.enrollmentId, stepId: step.node.id, answers: null })
    if (sent.outcome === 'done') show(sent.payload.step)
    else if (sent.outcome !== 'saved') setProblem(sent.problems[0]?.message)
  }

  return (
    <StepFrame
      step={step}
      action={
        <Button busy={busy} onClick={() => void claim()}>
          {badge?.kind === 'microcredential' ? (
            <Trans>Claim the microcredential</Trans>
          ) : (
            <Trans>Claim the badge</Trans>
          )}
        </Button>
      }
    >
      {badge && <Medal art={badge.art.outlineUrl} alt="" name={badge.name} size="large" />}
      <FieldError message={problem} />
    </StepFrame>
  )
}
