import { Trans } from '@lingui/react/macro'
import { Card } from '@/design/Card'
import type { StepInFull } from './step'
import { WhoSees } from './WhoSees'

/** The task, why it is there, how good work looks and by what it is checked. */
export function Task({ step }: { step: StepInFull }) {
  const chosen = step.choices.find(option => option.chosen)
  return (
    <>
      <div className="prose">
        <p>{chosen ? chosen.howToEarn : step.description}</p>
      </div>
      {step.verifiedBy === 'teacher' && <WhoSees step={step} />}
      {step.why && (
        <section className="stack stack-tight">
          <h2 className="small-title">
            <Trans>What for</Trans>
          </h2>
          <p>{step.why}</p>
        </section>
      )}
      {step.example && (
        <Card tone="sunken" as="section">
          <h2 className="small-title">
            <Trans>An example of good work</Trans>
          </h2>
          <p>{step.example}</p>
        </Card>
      )}
      <Criteria outcomes={step.outcomes} />
    </>
  )
}

/** By what it is checked: closed at first, because the example says most. */
export function Criteria({ outcomes }: { outcomes: StepInFull['outcomes'] }) {
  if (outcomes.length === 0) return null
  return (
    <details className="criteria">
      <summary>
        <Trans>What your teacher looks at</Trans>
      </summary>
      <ul className="stack">
        {outcomes.map(outcome => (
          <li key={outcome.text}>
            <strong>{outcome.text}</strong>
            <ul className="criteria-list">
              {outcome.criteria.map(criterion => (
                <li key={criterion}>{criterion}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </details>
  )
}
