import { Trans } from '@lingui/react/macro'
import { useRead } from '@/api/useRead'
import { ButtonLink } from '@/design/Button'
import { Card } from '@/design/Card'
import { StudentHome } from '../home/documents'
import { stepAddress } from '../home/home'
import { HandedIn } from './HandedIn'
import type { PhaseProps } from './phase'
import { StepFrame } from './StepFrame'

/** The step is done: the badge it gave, the work as it was, and the way on. */
export function Done({ step, show, results }: PhaseProps) {
  const { data } = useRead(StudentHome)
  const { badge, title, chosenTitle } = step.node
  const next = data?.studentHome.next
  const onward = next && next.stepId !== step.node.id ? next : null
  return (
    <StepFrame
      step={step}
      action={
        onward ? (
          <ButtonLink to={stepAddress(onward.enrollmentId, onward.stepId)}>
            <Trans>Next: {onward.stepTitle}</Trans>
          </ButtonLink>
        ) : (
          <ButtonLink to={`/paths/${step.enrollmentId}`}>
            <Trans>Back to the path</Trans>
          </ButtonLink>
        )
      }
    >
      {step.credentialId && badge && (
        <Card to={`/badges/${step.credentialId}`}>
          <div className="newest">
            <img src={badge.art.svgUrl} alt="" width={176} height={176} />
            <div className="stack stack-tight">
              <p className="quiet">
                <Trans>Your badge</Trans>
              </p>
              <h2>{badge.name}</h2>
              {chosenTitle && chosenTitle !== badge.name && chosenTitle !== title && (
                <p className="quiet">{chosenTitle}</p>
              )}
            </div>
          </div>
        </Card>
      )}
      {results.length > 0 && (
        <section className="stack" aria-labelledby="explanations">
          <h2 id="explanations">
            <Trans>Why these answers</Trans>
          </h2>
          {step.quiz.map(({ id, text }) => (
            <div key={id}>
              <strong>{text}</strong>
              <p>{results.find(({ questionId }) => questionId === id)?.explanation}</p>
            </div>
          ))}
        </section>
      )}
      <HandedIn step={step} show={show} />
    </StepFrame>
  )
}
