import { Trans } from '@lingui/react/macro'
import { CheckRow, RadioCards } from '@/design/Choice'
import { State } from '@/design/State'
import type { StepInFull } from './step'

/** Question id → ids of the chosen options. */
export type Answers = Record<string, readonly string[]>
export type Results = readonly { questionId: string; right: boolean; explanation: string }[]
type Question = StepInFull['quiz'][number]

type QuestionsProps = {
  quiz: readonly Question[]
  answers: Answers
  results: Results
  onAnswer: (questionId: string, chosen: readonly string[]) => void
}

export function Questions({ quiz, answers, results, onAnswer }: QuestionsProps) {
  return quiz.map(question => {
    const result = results.find(({ questionId }) => questionId === question.id)
    return (
      <div className="stack stack-tight" key={question.id} id={`question-${question.id}`}>
        <OneQuestion
          question={question}
          chosen={answers[question.id] ?? []}
          onAnswer={chosen => onAnswer(question.id, chosen)}
        />
        {result && (
          <div className={result.right ? 'notice notice-done' : 'notice notice-attention'}>
            <div className="stack stack-tight">
              <div>
                <State state={result.right ? 'done' : 'attention'}>
                  {result.right ? <Trans>right</Trans> : <Trans>not yet</Trans>}
                </State>
              </div>
              <p>{result.explanation}</p>
            </div>
          </div>
        )}
      </div>
    )
  })
}

type OneQuestionProps = {
  question: Question
  chosen: readonly string[]
  onAnswer: (chosen: readonly string[]) => void
}

function OneQuestion({ question, chosen, onAnswer }: OneQuestionProps) {
  if (question.kind !== 'multiple')
    return (
      <RadioCards
        legend={question.text}
        value={chosen[0] ?? null}
        options={question.options.map(({ id, text }) => ({ value: id, label: text }))}
        onChange={option => onAnswer([option])}
      />
    )
  return (
    <fieldset>
      <legend>{question.text}</legend>
      <p className="hint">
        <Trans>More than one answer may be right.</Trans>
      </p>
      {question.options.map(({ id, text }) => (
        <CheckRow
          key={id}
          checked={chosen.includes(id)}
          onChange={on => onAnswer(on ? [...chosen, id] : chosen.filter(other => other !== id))}
        >
          {text}
        </CheckRow>
      ))}
    </fieldset>
  )
}
