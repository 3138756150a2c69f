import { Link } from '@/design/Link'
import type { QuestStep } from '@/design/QuestPath'
import { State } from '@/design/State'

/** The same steps as on the map, one plain row each. */
export function PathList({ steps }: { steps: readonly QuestStep[] }) {
  return (
    <ol className="list">
      {steps.map(step => (
        <li key={step.id} id={`step-${step.id}`} aria-current={step.state === 'current' ? 'step' : undefined}>
          <Link to={step.to ?? ''} className="list-row step-row">
            <span className="grow">{step.title}</span>
            <State state={step.state}>{step.word}</State>
          </Link>
        </li>
      ))}
    </ol>
  )
}
