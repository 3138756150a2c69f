import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Problem } from '@/api/problems'
import { useRead } from '@/api/useRead'
import { useSend } from '@/api/useSend'
import { Button, ButtonLink } from '@/design/Button'
import { ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { State } from '@/design/State'
import { fullDay } from '@/i18n/dates'
import { Answer } from './Answer'
import { type Application, LOOK_OF_STATE } from './application'
import { Criteria } from './Criteria'
import { AddToApplication, ApplicationInDetail, WithdrawApplication } from './documents'
import { Proof } from './Proof'
import { WorkForm } from './WorkForm'

/** One application: for its learner what was answered, for the assessor everything beside the criteria. */
export default function ApplicationScreen({ id }: { id: string }) {
  const { t } = useLingui()
  const { data, loading, failed, reload } = useRead(ApplicationInDetail, { id })
  const one = data?.application
  return (
    <Screen title={one?.badgeName ?? t`Application`} back="/applications">
      {loading && <Skeleton rows={4} />}
      {(failed || (data && !one)) && (
        <ErrorState title={<Trans>This application is not here</Trans>} onRetry={reload}>
          <Trans>It was taken back, or it is not open to you.</Trans>
        </ErrorState>
      )}
      {one && (
        <>
          <section className="card stack">
            <p>
              <State state={LOOK_OF_STATE[one.state] ?? 'open'}>{one.stateLabel}</State>
            </p>
            {one.applicantName && <h2>{one.applicantName}</h2>}
            <p className="quiet">
              {one.placeName} · {fullDay(one.createdAt)}
            </p>
            {one.statement && <p className="written">{one.statement}</p>}
            {one.evidence.map((piece, place) => (
              <Proof key={piece.id} piece={piece} number={place + 1} />
            ))}
          </section>
          {one.answers.length > 0 && <Answers answers={one.answers} />}
          {one.credentialId && (
            <ButtonLink to={`/badges/${one.credentialId}`}>
              <Trans>Show my badge</Trans>
            </ButtonLink>
          )}
          {!one.mine && one.state === 'handed_in' && <Answer application={one} />}
          <Criteria outcomes={one.outcomes} />
          {one.assessorNote && (
            <section className="card">
              <h2>
                <Trans>Note for the assessor</Trans>
              </h2>
              <p className="written">{one.assessorNote}</p>
            </section>
          )}
          {one.mine && ['handed_in', 'more_asked'].includes(one.state) && <Mine application={one} />}
        </>
      )}
    </Screen>
  )
}

function Answers({ answers }: { answers: Application['answers'] }) {
  return (
    <section className="card stack" aria-labelledby="answers">
      <h2 id="answers">
        <Trans>What was answered</Trans>
      </h2>
      {answers.map(answer => (
        <div key={answer.at}>
          <strong>{answer.label}</strong>
          {answer.hint && <p className="written">{answer.hint}</p>}
          <p className="quiet">
            {answer.by} · {fullDay(answer.at)}
          </p>
        </div>
      ))}
    </section>
  )
}

/** Adding what is missing, or taking it back. */
function Mine({ application }: { application: Application }) {
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [add, adding] = useSend(AddToApplication)
  const [withdraw, withdrawing] = useSend(WithdrawApplication)
  const [round, setRound] = useState(0)
  const applicationId = application.id
  return (
    <section className="card stack" aria-labelledby="add">
      <h2 id="add">
        <Trans>Add something</Trans>
      </h2>
      <WorkForm
        key={round}
        statement={application.statement}
        busy={adding}
        problems={problems}
        onSend={async (statement, evidence, uploads) => {
          const sent = await add({ applicationId, statement, evidence }, { uploads })
          setProblems('problems' in sent ? sent.problems : [])
          if (sent.outcome === 'done') setRound(round + 1)
        }}
      />
      <Button
        look="plain"
        busy={withdrawing}
        onClick={async () => {
          const sent = await withdraw({ applicationId })
          setProblems('problems' in sent ? sent.problems : [])
        }}
      >
        <Trans>Take it back; what I sent is deleted</Trans>
      </Button>
    </section>
  )
}
