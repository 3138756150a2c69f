import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { FieldError } from '@/design/Field'
import { useToast } from '@/design/Toast'
import { ConfirmStep } from './documents'
import type { PhaseProps } from './phase'
import { type Answers, Questions } from './Questions'
import { StepFrame } from './StepFrame'

/** A step that verifies itself: read it, and answer its quiz when it has one. Tries are unlimited. */
export function Confirming({ step, show, results, explain }: PhaseProps) {
  const { t } = useLingui()
  const say = useToast()
  const [send, busy] = useSend(ConfirmStep)
  const [answers, setAnswers] = useState<Answers>({})
  const [problem, setProblem] = useState<string>()
  const hasQuiz = step.quiz.length > 0
  const missing = step.quiz.some(({ id }) => !answers[id]?.length)

  async function confirm(): Promise<void> {
    if (missing) return setProblem(t`Answer every question first.`)
    setProblem(undefined)
    const sent = await send(
      { enrollmentId: step.enrollmentId, stepId: step.node.id, answers: hasQuiz ? answers : null },
      { later: !hasQuiz },
    )
    if (sent.outcome === 'saved') return say({ text: t`Saved on the phone. It will be sent later.` })
    if (sent.outcome !== 'done') return setProblem(sent.problems[0]?.message)
    explain(sent.payload.results ?? [])
    if (sent.payload.passed) {
      say({ text: hasQuiz ? t`All right! The step is done.` : t`The step is done.` })
      show(sent.payload.step)
      return
    }
    setProblem(t`Not everything is right yet. Read the explanations and try again.`)
    const wrong = sent.payload.results?.find(({ right }) => !right)
    if (wrong) document.getElementById(`question-${wrong.questionId}`)?.scrollIntoView()
  }

  return (
    <StepFrame
      step={step}
      action={
        <Button busy={busy} onClick={() => void confirm()}>
          {hasQuiz ? <Trans>Check my answers</Trans> : <Trans>I have read it</Trans>}
        </Button>
      }
    >
      <Questions
        quiz={step.quiz}
        answers={answers}
        results={results}
        onAnswer={(id, chosen) => {
          setAnswers({ ...answers, [id]: chosen })
          explain(results.filter(({ questionId }) => questionId !== id))
        }}
      />
      <FieldError message={problem} />
    </StepFrame>
  )
}
