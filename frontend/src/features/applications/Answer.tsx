import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { type Problem, problemAt } from '@/api/problems'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { FieldError, TextArea } from '@/design/Field'
import { GradeField } from '@/design/GradeField'
import { useToast } from '@/design/Toast'
import type { Application } from './application'
import { AcceptApplication, AskMore, SayNotYet, TakeBackAcceptance } from './documents'

type Outcome = { outcome: string; problems?: readonly Problem[] }

/** The assessor's answer: accept, ask for one more thing, or not yet; the last two need a hint. */
export function Answer({ application }: { application: Application }) {
  const { t } = useLingui()
  const [, go] = useLocation()
  const say = useToast()
  const [hint, setHint] = useState('')
  const [grade, setGrade] = useState('')
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [accept, accepting] = useSend(AcceptApplication)
  const [askMore, asking] = useSend(AskMore)
  const [notYet, saying] = useSend(SayNotYet)
  const [takeBack] = useSend(TakeBackAcceptance)
  const applicationId = application.id

  async function award(): Promise<void> {
    const sent = await accept({ applicationId, note: hint, result: grade })
    if (sent.outcome === 'refused' || sent.outcome === 'unsent') return setProblems(sent.problems)
    const batchId = sent.outcome === 'done' ? sent.payload.batchId : null
    say({
      text: t`Accepted: the badge is awarded.`,
      ...(batchId && { undo: () => void undo(batchId) }),
    })
    go('/applications')
  }

  async function undo(batchId: string): Promise<void> {
    const sent = await takeBack({ batchId })
    if (sent.outcome === 'done') say({ text: t`Taken back: the application waits for an answer again.` })
    else if (sent.outcome !== 'saved') say({ text: sent.problems[0]?.message })
  }

  async function told(sending: Promise<Outcome>, words: string): Promise<void> {
    const sent = await sending
    if (sent.problems) return setProblems(sent.problems)
    say({ text: words })
    go('/applications')
  }

  return (
    <section className="card stack" aria-labelledby="answer">
      <h2 id="answer">
        <Trans>Your answer</Trans>
      </h2>
      <TextArea
        label={<Trans>A sentence for {application.applicantName}</Trans>}
        hint={
          <Trans>Say what is good, or the one thing that is missing. Judge the work, not the view.</Trans>
        }
        rows={3}
        maxLength={500}
        value={hint}
        onChange={event => setHint(event.target.value)}
        error={problemAt(problems, 'hint')}
      />
      {application.resultScale && (
        <GradeField
          scale={application.resultScale}
          value={grade}
          onChange={setGrade}
          error={problemAt(problems, 'results')}
        />
      )}
      <Button wide busy={accepting} onClick={() => void award()}>
        <Trans>Accept and award</Trans>
      </Button>
      <Button
        look="quiet"
        wide
        busy={asking}
        onClick={() => void told(askMore({ applicationId, hint }), t`The hint is on its way.`)}
      >
        <Trans>Ask for one more thing</Trans>
      </Button>
      <Button
        look="plain"
        wide
        busy={saying}
        onClick={() => void told(notYet({ applicationId, hint }), t`Answered: not yet.`)}
      >
        <Trans>Not yet</Trans>
      </Button>
      <FieldError message={problems.find(({ field }) => !['hint', 'results'].includes(field))?.message} />
    </section>
  )
}
