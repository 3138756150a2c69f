import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { type Problem, problemAt } from '@/api/problems'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { RadioCards } from '@/design/Choice'
import { FieldError } from '@/design/Field'
import { Hours } from '../Hours'
import { ChooseAction } from './documents'
import type { PhaseProps } from './phase'
import { StepFrame } from './StepFrame'
import type { StepInFull } from './step'

type ChoosingProps = Pick<PhaseProps, 'step' | 'show'> & { onBack?: () => void }

/** One of many actions. What another step of the path has already used stays in the list and says so. */
export function Choosing({ step, show, onBack }: ChoosingProps) {
  const { t } = useLingui()
  const current = step.choices.find(({ chosen }) => chosen)?.achievement.id ?? null
  const [picked, setPicked] = useState<string | null>(current)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [send, busy] = useSend(ChooseAction)

  async function choose(): Promise<void> {
    if (!picked) return setProblems([{ field: '', code: '', message: t`Choose one action first.` }])
    if (picked === current) return onBack?.()
    const sent = await send({
      enrollmentId: step.enrollmentId,
      stepId: step.node.id,
      achievementId: picked,
    })
    if (sent.outcome === 'done') {
      show(sent.payload.step)
      onBack?.()
    } else if (sent.outcome !== 'saved') setProblems(sent.problems)
  }

  return (
    <StepFrame
      step={step}
      action={
        <>
          {onBack && (
            <Button look="quiet" onClick={onBack}>
              <Trans>Leave it as it is</Trans>
            </Button>
          )}
          <Button busy={busy} onClick={() => void choose()}>
            <Trans>I choose this</Trans>
          </Button>
        </>
      }
    >
      <RadioCards
        legend={<Trans>What do you want to do?</Trans>}
        value={picked}
        onChange={value => {
          setPicked(value)
          setProblems([])
        }}
        options={step.choices.map(option => ({
          value: option.achievement.id,
          label: option.achievement.name,
          disabled: option.taken,
          note: <OptionNote option={option} />,
        }))}
      />
      <FieldError message={problemAt(problems, '') ?? problems[0]?.message} />
    </StepFrame>
  )
}

function OptionNote({ option }: { option: StepInFull['choices'][number] }) {
  return (
    <>
      {option.taken && (
        <span className="taken">
          <Trans>You already have this in another step of the path.</Trans>
        </span>
      )}
      <span className="block">{option.description}</span>
      {option.howToEarn && (
        <span className="block">
          <Trans>How: {option.howToEarn}</Trans>
        </span>
      )}
      {option.workloadHours !== null && (
        <span className="block">
          <Hours value={option.workloadHours} />
        </span>
      )}
    </>
  )
}
