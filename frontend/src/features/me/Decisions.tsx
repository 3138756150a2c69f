import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { ResultOf } from '@/api/graphql'
import { useRead } from '@/api/useRead'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { TextArea } from '@/design/Field'
import { Sheet } from '@/design/Sheet'
import { State } from '@/design/State'
import { useToast } from '@/design/Toast'
import { AppealDecision, DecisionsAboutMe } from './documents'

type Decision = ResultOf<typeof DecisionsAboutMe>['decisionsAboutMe'][number]

/** Longest appeal, as the server counts it. */
const LIMIT = 500

/** What the person wrote and somebody reported: how it stands, why, and the one appeal. Nothing, if there is none. */
export function Decisions() {
  const { data } = useRead(DecisionsAboutMe)
  const [appealing, setAppealing] = useState<Decision>()
  const decisions = data?.decisionsAboutMe ?? []
  if (decisions.length === 0) return null
  return (
    <section className="card" aria-labelledby="decisions">
      <h2 id="decisions">
        <Trans>Reported by somebody</Trans>
      </h2>
      <ul className="list">
        {decisions.map(decision => (
          <li key={decision.reportId} className="list-row">
            <div className="grow stack stack-tight">
              <p className="quiet">{decision.kindLabel}</p>
              <p>{decision.snapshot}</p>
              <p>
                <Standing decision={decision} />
              </p>
              {decision.reason && <p>{decision.reason}</p>}
              {decision.mayAppeal && (
                <div>
                  <Button look="quiet" onClick={() => setAppealing(decision)}>
                    <Trans>Appeal</Trans>
                  </Button>
                </div>
              )}
            </div>
          </li>
        ))}
      </ul>
      <p className="quiet">
        <a href="/rules/">
          <Trans>The rules in plain words</Trans>
        </a>
      </p>
      {appealing && <AppealSheet decision={appealing} onClose={() => setAppealing(undefined)} />}
    </section>
  )
}

function Standing({ decision }: { decision: Decision }) {
  if ((decision.appealDecision || decision.decision) === 'kept')
    return (
      <State state="done">
        <Trans>it stays</Trans>
      </State>
    )
  if (decision.decision === '')
    return (
      <State state="review">
        <Trans>hidden until somebody decides</Trans>
      </State>
    )
  if (decision.appealed && decision.appealDecision === '')
    return (
      <State state="review">
        <Trans>taken down; somebody else looks at your appeal</Trans>
      </State>
    )
  return (
    <State state="locked">
      <Trans>taken down</Trans>
    </State>
  )
}

function AppealSheet({ decision, onClose }: { decision: Decision; onClose: () => void }) {
  const { t } = useLingui()
  const say = useToast()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string>()
  const [send, sending] = useSend(AppealDecision)

  async function appeal(): Promise<void> {
    const sent = await send({ reportId: decision.reportId, text: text.trim() })
    if (sent.outcome === 'refused' || sent.outcome === 'unsent') return setProblem(sent.problems[0]?.message)
    say({ text: t`Sent. Somebody else will look at it.` })
    onClose()
  }

  return (
    <Sheet
      title={<Trans>Why should it stay?</Trans>}
      open
      onClose={onClose}
      actions={
        <Button busy={sending} onClick={() => void appeal()}>
          <Trans>Send the appeal</Trans>
        </Button>
      }
    >
      <TextArea
        label={<Trans>Your reasons</Trans>}
        hint={<Trans>You can appeal once. Somebody else than the first time decides.</Trans>}
        rows={4}
        maxLength={LIMIT}
        value={text}
        error={problem}
        onChange={event => setText(event.target.value)}
      />
    </Sheet>
  )
}
