import { Trans, useLingui } from '@lingui/react/macro'
import { Printer } from 'lucide-react'
import { useState } from 'react'
import type { Problem } from '@/api/problems'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { Field, FieldError } from '@/design/Field'
import { dayOf, momentAt, timeOf } from '../moments'
import { MakePrintedCode } from './documents'

type NewCodeProps = { eventId: string; from: string; until: string; going: number }

/** A class and a few guests. */
const USUAL_CAP = 40

/** A poster code: it works in its hours alone, and for so many people. The page to print is shown once. */
export function NewCode({ eventId, from, until, going }: NewCodeProps) {
  const { t } = useLingui()
  const [day, setDay] = useState(dayOf(from))
  const [begin, setBegin] = useState(timeOf(from))
  const [end, setEnd] = useState(timeOf(until))
  const [cap, setCap] = useState(String(Math.max(going, USUAL_CAP)))
  const [printUrl, setPrintUrl] = useState('')
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [make, busy] = useSend(MakePrintedCode)

  async function create(): Promise<void> {
    const sent = await make({
      eventId,
      cap: Number(cap),
      validFrom: momentAt(day, begin),
      validUntil: momentAt(dayOf(until) > day && end <= begin ? dayOf(until) : day, end),
    })
    if (sent.outcome === 'done') {
      setProblems([])
      setPrintUrl(sent.payload.printUrl ?? '')
    } else if (sent.outcome !== 'saved') setProblems(sent.problems)
  }

  if (printUrl)
    return (
      <section className="card card-review">
        <h2>
          <Trans>The code is ready</Trans>
        </h2>
        <p>
          <Trans>Open the page and print it now: it is shown once.</Trans>
        </p>
        <a
          className="button"
          href={printUrl}
          target="_blank"
          rel="noreferrer"
          onClick={() => setPrintUrl('')}
        >
          <Printer aria-hidden="true" size={20} />
          <Trans>Open the page to print</Trans>
        </a>
      </section>
    )
  return (
    <section className="card" aria-labelledby="new-code">
      <h2 id="new-code">
        <Trans>New code for a poster</Trans>
      </h2>
      <p className="quiet">
        <Trans>For a room without a screen. People scan it and are ticked.</Trans>
      </p>
      <FieldError message={problems[0]?.message} />
      <div className="plan-when">
        <Field label={t`Day`} type="date" value={day} onChange={event => setDay(event.target.value)} />
        <Field label={t`From`} type="time" value={begin} onChange={event => setBegin(event.target.value)} />
        <Field label={t`Until`} type="time" value={end} onChange={event => setEnd(event.target.value)} />
      </div>
      <Field
        label={t`For how many people`}
        type="number"
        inputMode="numeric"
        min={1}
        value={cap}
        onChange={event => setCap(event.target.value)}
      />
      <Button busy={busy} onClick={() => void create()}>
        <Trans>Make the code</Trans>
      </Button>
    </section>
  )
}
