import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { type Problem, problemAt } from '@/api/problems'
import { useRead } from '@/api/useRead'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { Field, FieldError, TextArea } from '@/design/Field'
import { Link } from '@/design/Link'
import { EmptyState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { State } from '@/design/State'
import { useToast } from '@/design/Toast'
import { fullDay } from '@/i18n/dates'
import {
  IssuerApplicationDocument,
  IssuerDeskDocument,
  SaveIssuerAnswers,
  SendIssuerApplication,
  WithdrawIssuerApplication,
} from './documents'
import {
  type Answers,
  type Application,
  byGroup,
  changedAnswers,
  LOOK_OF_APPLICATION,
  type Question,
} from './issuer'

/** The self-assessment: each question with why it is asked, kept as a draft until it is sent. */
export default function ApplicationScreen({ id }: { id: string }) {
  const { t } = useLingui()
  const { data, loading } = useRead(IssuerApplicationDocument, { id })
  const manages = useRead(IssuerDeskDocument, { id }).data?.issuerDesk?.manages ?? false
  const application = data?.issuerApplication
  return (
    <Screen title={t`Self-assessment`} back={`/issuers/${id}`}>
      {loading && !application && <Skeleton rows={5} />}
      {!loading && !application && (
        <EmptyState title={<Trans>Nothing has been begun yet</Trans>}>
          <Trans>Open the self-assessment from the screen of the issuer.</Trans>
        </EmptyState>
      )}
      {application && <Form key={application.id} issuerId={id} application={application} manages={manages} />}
    </Screen>
  )
}

function Form(props: { issuerId: string; application: Application; manages: boolean }) {
  const { issuerId, application, manages } = props
  const { t } = useLingui()
  const say = useToast()
  const [typed, setTyped] = useState<Answers>({})
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [save, saving] = useSend(SaveIssuerAnswers)
  const [send, sending] = useSend(SendIssuerApplication)
  const [withdraw, withdrawing] = useSend(WithdrawIssuerApplication)
  const writable = application.writable && manages
  const changed = changedAnswers(application.questions, typed)
  const open = application.questions.filter(
    ({ code, required, answer }) => required && !(typed[code]?.text ?? answer).trim(),
  ).length

  async function keep(): Promise<boolean> {
    if (changed.length === 0) return true
    const sent = await save({ issuerId, answers: changed })
    const kept = sent.outcome === 'done'
    setProblems(sent.outcome === 'refused' || sent.outcome === 'unsent' ? sent.problems : [])
    return kept
  }

  async function handIn(): Promise<void> {
    if (!(await keep())) return
    const sent = await send({ issuerId })
    if (sent.outcome === 'refused' || sent.outcome === 'unsent') return setProblems(sent.problems)
    setProblems([])
    say({ text: t`Sent. You hear of it here when somebody has looked.` })
  }

  async function takeBack(): Promise<void> {
    const sent = await withdraw({ issuerId })
    if (sent.outcome === 'refused' || sent.outcome === 'unsent') setProblems(sent.problems)
    else say({ text: t`Taken back. Your answers are kept.` })
  }

  const elsewhere = problems.find(({ field }) => ['description', 'qualityAssurance', 'email'].includes(field))
  return (
    <div className="stack">
      <p>
        <State state={LOOK_OF_APPLICATION[application.state] ?? 'open'}>{application.stateLabel}</State>{' '}
        {application.sentAt && application.state === 'sent' && (
          <span className="quiet">{fullDay(application.sentAt)}</span>
        )}
      </p>
      {application.reason && (
        <p className="card card-review issuer-answer" lang={application.writtenIn}>
          {application.reason}
        </p>
      )}
      {byGroup(application.questions).map(({ label, questions }) => (
        <section key={label} className="stack" aria-label={label}>
          <h2>{label}</h2>
          {questions.map(question => (
            <OneQuestion
              key={question.code}
              question={question}
              writable={writable}
              typed={typed[question.code]}
              problem={problemAt(problems, question.code)}
              onType={answer => setTyped(before => ({ ...before, [question.code]: answer }))}
            />
          ))}
        </section>
      ))}
      {elsewhere && (
        <p role="alert">
          <Link to={`/issuers/${issuerId}/about`}>
            <Trans>Fill in who you are, your quality assurance and an e-mail address first.</Trans>
          </Link>
        </p>
      )}
      <FieldError message={problemAt(problems, '')} />
      {writable && (
        <div className="stack stack-tight">
          <p className="quiet" aria-live="polite">
            {open > 0 ? (
              <Plural value={open} one="# question is still open." other="# questions are still open." />
            ) : (
              <Trans>Everything that has to be answered is answered.</Trans>
            )}
          </p>
          <Button busy={sending || saving} onClick={() => void handIn()}>
            <Trans>Send</Trans>
          </Button>
          <Button
            look="quiet"
            busy={saving}
            onClick={() => void keep().then(kept => kept && say({ text: t`Saved.` }))}
          >
            <Trans>Save and go on later</Trans>
          </Button>
        </div>
      )}
      {manages && ['draft', 'sent', 'more_asked'].includes(application.state) && (
        <Button look="plain" busy={withdrawing} onClick={() => void takeBack()}>
          <Trans>Take the application back</Trans>
        </Button>
      )}
    </div>
  )
}

type OneQuestionProps = {
  question: Question
  writable: boolean
  typed: Answers[string] | undefined
  problem: string | undefined
  onType: (answer: Answers[string]) => void
}

function OneQuestion({ question, writable, typed, problem, onType }: OneQuestionProps) {
  const now = typed ?? { text: question.answer, link: question.link }
  const seen =
    question.met === null ? null : (
      <p>
        <State state={question.met ? 'done' : 'attention'}>
          {question.met ? <Trans>met</Trans> : <Trans>not ticked yet</Trans>}
        </State>{' '}
        {question.note}
      </p>
    )
  if (!writable) {
    return (
      <article className="card">
        <h3>{question.title}</h3>
        <p className="quiet">{question.question}</p>
        <p className="issuer-answer">{question.answer || '–'}</p>
        {question.link && (
          <p>
            <a href={question.link} rel="noopener noreferrer">
              {question.link}
            </a>
          </p>
        )}
        {seen}
      </article>
    )
  }
  return (
    <article className="card stack stack-tight">
      <h3>{question.title}</h3>
      {seen}
      <TextArea
        label={question.question}
        hint={
          <>
            {question.why} {!question.required && <Trans>You may leave this empty.</Trans>}
          </>
        }
        rows={4}
        maxLength={1500}
        value={now.text}
        error={problem}
        onChange={event => onType({ ...now, text: event.target.value })}
      />
      <Field
        label={<Trans>A link that shows it (not needed)</Trans>}
        type="url"
        inputMode="url"
        placeholder="https://"
        maxLength={300}
        value={now.link}
        onChange={event => onType({ ...now, link: event.target.value })}
      />
    </article>
  )
}
