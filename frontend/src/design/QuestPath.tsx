import { useLingui } from '@lingui/react'
import type { CSSProperties, ReactNode } from 'react'
import { Link as RouteLink } from 'wouter'
import { classNames } from './classNames'
import { pleats } from './pleats'
import { STATE_ICONS, STATE_WORDS, type StepState } from './State'
import { cordBetween, swingOf } from './winding'

export type QuestStep = {
  id: string
  title: string
  state: StepState
  /** Where a tap leads; a step that opens later has none. */
  to?: string
  /** Replaces the state's usual word: "badge earned", "topic sent". */
  word?: ReactNode
  /** Accepting it awards a badge: it is pleated like a rosette. */
  badge?: boolean
}

const ROSETTE = pleats(50, 50, 44, 38, 16)

/** One named section of a path. `offset` is the number of steps before it, so that the cord keeps winding. */
export function QuestPath({ steps, offset = 0 }: { steps: readonly QuestStep[]; offset?: number }) {
  return (
    <ol className="quest">
      {steps.map((step, index) => {
        const position = offset + index
        return (
          <li
            key={step.id}
            id={`step-${step.id}`}
            className={classNames('quest-step', `quest-step-${step.state}`)}
            style={{ '--at': swingOf(position) } as CSSProperties}
            aria-current={step.state === 'current' ? 'step' : undefined}
          >
            <svg className="quest-cord" viewBox="0 0 2 1" preserveAspectRatio="none" aria-hidden="true">
              <path d={cordBetween(swingOf(position), swingOf(position + 1))} />
            </svg>
            {step.to ? (
              <RouteLink to={step.to}>
                <QuestNode step={step} />
              </RouteLink>
            ) : (
              <div className="quest-still">
                <QuestNode step={step} />
              </div>
            )}
          </li>
        )
      })}
    </ol>
  )
}

function QuestNode({ step }: { step: QuestStep }) {
  const { _ } = useLingui()
  const Icon = STATE_ICONS[step.state]
  return (
    <>
      <span className={classNames('quest-node', step.badge && 'quest-node-badge')} aria-hidden="true">
        {step.badge && (
          <svg className="pleats" viewBox="0 0 100 100" aria-hidden="true">
            <path d={ROSETTE} />
          </svg>
        )}
        <Icon strokeWidth={2.5} />
      </span>
      <span className="quest-words">
        <strong>{step.title}</strong>
        <span>{step.word ?? _(STATE_WORDS[step.state])}</span>
      </span>
    </>
  )
}
