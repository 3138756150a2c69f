import { Trans } from '@lingui/react/macro'
import { Clock, Users } from 'lucide-react'
import type { ReactNode } from 'react'
import { Screen } from '@/design/Screen'
import { Hours } from '../Hours'
import { Hint } from './Hint'
import { StepState } from './StepState'
import type { StepInFull } from './step'
import { Task } from './Task'

type StepFrameProps = { step: StepInFull; action?: ReactNode; children?: ReactNode }

/** What every step shows, whatever is to be done: hint first, then the task, who sees it, and the rest. */
export function StepFrame({ step, action, children }: StepFrameProps) {
  const { node } = step
  const hours = step.estimatedHours
  return (
    <Screen title={node.title} back={`/paths/${step.enrollmentId}`} action={action}>
      <Hint step={step} />
      <div className="row">
        <StepState node={node} />
        <span className="quiet">{node.kindLabel}</span>
        {hours > 0 && (
          <span className="quiet with-icon">
            <Clock aria-hidden="true" size={16} />
            <Hours value={hours} />
          </span>
        )}
        {node.team && (
          <span className="quiet with-icon">
            <Users aria-hidden="true" size={16} />
            <Trans>in a team</Trans>
          </span>
        )}
        {!node.required && (
          <span className="quiet">
            <Trans>extra, if you like</Trans>
          </span>
        )}
      </div>
      <Task step={step} />
      {children}
    </Screen>
  )
}
