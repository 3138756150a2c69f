import { Trans, useLingui } from '@lingui/react/macro'
import { Hourglass } from 'lucide-react'
import { useState } from 'react'
import { type Problem, problemAt } from '@/api/problems'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { TextArea } from '@/design/Field'
import { useToast } from '@/design/Toast'
import { Choosing } from './Choosing'
import { Chosen } from './Chosen'
import { ProposeTopic } from './documents'
import type { PhaseProps } from './phase'
import { StepFrame } from './StepFrame'
import { useDraft } from './useDraft'

type TopicProps = Pick<PhaseProps, 'step' | 'show'> & { onBack?: () => void }

/** Before the work begins the student tells the teacher what it will be about. */
export function ProposingTopic({ step, show, onBack }: TopicProps) {
  const { t } = useLingui()
  const say = useToast()
  const [draft, keep, forget] = useDraft(step)
  const [choosing, setChoosing] = useState(false)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [send, busy] = useSend(ProposeTopic)
  const topic = draft.topic ?? step.submission?.topic ?? ''

  async function propose(): Promise<void> {
    const sent = await send({ enrollmentId: step.enrollmentId, stepId: step.node.id, topic }, { later: true })
    if (sent.outcome === 'refused' || sent.outcome === 'unsent') return setProblems(sent.problems)
    forget()
    if (sent.outcome === 'done') {
      show(sent.payload.step)
      say({ text: t`Sent. Your teacher sees it now.` })
    } else say({ text: t`Saved on the phone. It will be sent later.` })
    onBack?.()
  }

  if (choosing) return <Choosing step={step} show={show} onBack={() => setChoosing(false)} />
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
          <Button busy={busy} onClick={() => void propose()}>
            <Trans>Send the topic</Trans>
          </Button>
        </>
      }
    >
      <Chosen step={step} onChange={() => setChoosing(true)} />
      <TextArea
        label={<Trans>What will it be about?</Trans>}
        hint={
          <Trans>
            One or two sentences: which matter, where and with whom. You start when your teacher agrees.
          </Trans>
        }
        value={topic}
        maxLength={500}
        rows={3}
        onChange={event => keep({ topic: event.target.value })}
        error={problemAt(problems, 'topic') ?? problems[0]?.message}
      />
    </StepFrame>
  )
}

/** The topic is with the teacher; it may still be changed. */
export function TopicWaiting({ step, show }: PhaseProps) {
  const [changing, setChanging] = useState<'choice' | 'topic'>()
  const back = () => setChanging(undefined)
  if (changing === 'choice') return <Choosing step={step} show={show} onBack={back} />
  if (changing === 'topic') return <ProposingTopic step={step} show={show} onBack={back} />
  return (
    <StepFrame
      step={step}
      action={
        <Button look="quiet" onClick={() => setChanging('topic')}>
          <Trans>Change the topic</Trans>
        </Button>
      }
    >
      <Chosen step={step} onChange={() => setChanging('choice')} />
      <section className="stack stack-tight">
        <h2 className="small-title">
          <Trans>Your topic</Trans>
        </h2>
        <p className="written">{step.submission?.topic}</p>
      </section>
      <div className="notice notice-review">
        <Hourglass aria-hidden="true" />
        <p>
          <Trans>Your teacher is looking at the topic. You will see the answer here at once.</Trans>
        </p>
      </div>
    </StepFrame>
  )
}
