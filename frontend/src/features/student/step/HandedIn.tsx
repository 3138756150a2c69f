import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { FieldError } from '@/design/Field'
import { Sheet } from '@/design/Sheet'
import { useToast } from '@/design/Toast'
import { WithdrawEvidence } from './documents'
import { PieceView } from './PieceView'
import type { PhaseProps } from './phase'

/** The student's own pieces, each of which can be taken back until the work is accepted. */
export function HandedIn({ step, show }: Pick<PhaseProps, 'step' | 'show'>) {
  const { t } = useLingui()
  const say = useToast()
  const { submission } = step
  const [asked, setAsked] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const [send, busy] = useSend(WithdrawEvidence)
  if (!submission || (submission.evidence.length === 0 && !submission.reflection)) return null

  async function withdraw(evidenceId: string): Promise<void> {
    const sent = await send({ enrollmentId: step.enrollmentId, stepId: step.node.id, evidenceId })
    if (sent.outcome === 'done') {
      setAsked(undefined)
      show(sent.payload.step)
      say({ text: t`Taken back and deleted.` })
    } else if (sent.outcome !== 'saved') setProblem(sent.problems[0]?.message)
  }

  return (
    <section className="stack" aria-labelledby="handed-in">
      <div className="row spread">
        <h2 id="handed-in">
          <Trans>Your work</Trans>
        </h2>
        <span className="quiet">
          <Plural value={submission.evidence.length} one="# piece" other="# pieces" />
        </span>
      </div>
      <ul className="stack">
        {submission.evidence.map((piece, place) => (
          <li className="card" key={piece.id}>
            <PieceView piece={piece} number={place + 1} />
            {submission.mayWithdraw && (
              <div>
                <Button look="plain" onClick={() => setAsked(piece.id)}>
                  <Trans>Take it back</Trans>
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {submission.reflection && <p className="written">{submission.reflection}</p>}
      <Sheet
        title={<Trans>Take this piece back?</Trans>}
        open={asked !== undefined}
        onClose={() => setAsked(undefined)}
        actions={
          <>
            <Button look="quiet" onClick={() => setAsked(undefined)}>
              <Trans>Keep it</Trans>
            </Button>
            <Button look="danger" busy={busy} onClick={() => asked && void withdraw(asked)}>
              <Trans>Take it back</Trans>
            </Button>
          </>
        }
      >
        <p>
          <Trans>It is deleted at once, for your teacher too. You can hand in something else.</Trans>
        </p>
        <FieldError message={problem} />
      </Sheet>
    </section>
  )
}
