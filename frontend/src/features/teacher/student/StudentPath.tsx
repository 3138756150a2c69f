import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import type { ResultOf } from '@/api/graphql'
import { ProgressBar } from '@/design/ProgressStrip'
import { State, type StepState } from '@/design/State'
import { CELL_WORDS, type Cell } from '../board/cells'
import { useTicking } from '../board/useTicking'
import type { ClassStudent } from './documents'

type Student = NonNullable<ResultOf<typeof ClassStudent>['classStudent']>
type Path = Student['paths'][number]
type Step = Path['sections'][number]['steps'][number]

const CELL_OF: Record<string, Cell> = { done: 'd', handed_in: 'h', topic_proposed: 't', not_yet: 'n' }
const STATE_OF: Record<string, StepState> = {
  handed_in: 'review',
  topic_proposed: 'review',
  not_yet: 'attention',
  chosen: 'current',
  topic_agreed: 'current',
  locked: 'locked',
}
const STEP_WORDS: Record<string, MessageDescriptor> = {
  handed_in: CELL_WORDS.h,
  topic_proposed: CELL_WORDS.t,
  not_yet: CELL_WORDS.n,
  chosen: CELL_WORDS.c,
  topic_agreed: CELL_WORDS.a,
  locked: msg`opens later`,
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
                      {from !== 'd' && <StepWord step={step} />}
                    </span>
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

/** What the box cannot say; a done step needs no more words. */
function StepWord({ step }: { step: Step }) {
  const state = STATE_OF[step.state]
  const word = STEP_WORDS[step.state]
  const { i18n } = useLingui()
  if (!state || !word) return null
  return <State state={state}>{i18n._(word)}</State>
}
