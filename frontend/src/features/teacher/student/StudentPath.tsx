import { Trans, useLingui } from '@lingui/react/macro'
import type { ResultOf } from '@/api/graphql'
import { ProgressBar } from '@/design/ProgressStrip'
import { State, type StepState } from '@/design/State'
import type { Cell } from '../board/cells'
import { useTicking } from '../board/useTicking'
import type { ClassStudent } from './documents'

type Student = NonNullable<ResultOf<typeof ClassStudent>['classStudent']>
type Path = Student['paths'][number]
type Step = Path['sections'][number]['steps'][number]

const CELL_OF: Record<string, Cell> = { done: 'd', handed_in: 'h', topic_proposed: 't', not_yet: 'n' }
const STATE_OF: Record<string, StepState> = {
  done: 'done',
  handed_in: 'review',
  topic_proposed: 'review',
  not_yet: 'attention',
  chosen: 'current',
  topic_agreed: 'current',
  locked: 'locked',
}

/** A path of one student; the box before a step ticks it, also for somebody without a phone. */
export function StudentPath({ path, name, whole }: { path: Path; name: string; whole: Student }) {
  const { t } = useLingui()
  const { change, marked } = useTicking(whole)
  return (
    <section className="card" aria-labelledby={`path-${path.enrollmentId}`}>
      <h2 id={`path-${path.enrollmentId}`}>{path.title}</h2>
      <ProgressBar done={path.done} of={path.of} label={t`${path.done} of ${path.of} steps`} />
      {path.sections.map(section => (
        <div key={section.key}>
          <h3 className="quiet">{section.title}</h3>
          <ul className="list">
            {section.steps.map(step => {
              const from = marked(path.enrollmentId, step.id) ?? CELL_OF[step.state] ?? '.'
              return (
                <li key={step.id}>
                  <label className="check-row">
                    <input
                      type="checkbox"
                      checked={from === 'd'}
                      onChange={() =>
                        void change({
                          enrollmentId: path.enrollmentId,
                          stepId: step.id,
                          stepTitle: step.title,
                          name,
                          from,
                        })
                      }
                    />
                    <span className="grow">
                      {step.title}
                      <small>
                        {step.kindLabel}
                        {!step.required && (
                          <>
                            {' · '}
                            <Trans>of choice</Trans>
                          </>
                        )}
                        {step.chosenTitle && ` · ${step.chosenTitle}`}
                      </small>
                    </span>
                    <StepWord step={step} done={from === 'd'} />
                  </label>
                </li>
              )
            })}
          </ul>
        </div>
      ))}
    </section>
  )
}

function StepWord({ step, done }: { step: Step; done: boolean }) {
  const state = done ? 'done' : step.state === 'done' ? 'open' : (STATE_OF[step.state] ?? 'open')
  if (state === 'open') return null
  return (
    <State state={state}>
      {step.state === 'topic_proposed' && !done && <Trans>topic to agree</Trans>}
      {step.state === 'handed_in' && !done && <Trans>to review</Trans>}
      {step.state === 'not_yet' && !done && <Trans>not yet</Trans>}
      {step.state === 'chosen' && !done && <Trans>action chosen</Trans>}
      {step.state === 'topic_agreed' && !done && <Trans>topic agreed</Trans>}
      {(done || step.state === 'locked') && undefined}
    </State>
  )
}
