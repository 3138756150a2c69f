import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { type Problem, problemAt } from '@/api/problems'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { CheckRow } from '@/design/Choice'
import { Field, FieldError, TextArea } from '@/design/Field'
import { GradeField } from '@/design/GradeField'
import { Sheet } from '@/design/Sheet'
import { CorrectGiven } from './documents'
import { type Given, REASON_LIMIT } from './given'

const FIELDS = ['reason', 'awarded_on', 'place', 'activity']

/** The day an instant falls on in Poland, as a date field wants it. */
const dayOf = (moment: string) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Warsaw' }).format(new Date(moment))

type CorrectSheetProps = { given: Given; onClose: () => void; onDone: (newer: string) => void }

/** A new award with what is right; the wrong one is revoked and names it. */
export function CorrectSheet({ given, onClose, onDone }: CorrectSheetProps) {
  const [day, setDay] = useState(dayOf(given.awardedAt))
  const [place, setPlace] = useState(given.place)
  const [activity, setActivity] = useState(given.activity)
  const [grade, setGrade] = useState(given.result)
  const [newest, setNewest] = useState(false)
  const [reason, setReason] = useState('')
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [send, sending] = useSend(CorrectGiven)

  async function correct(): Promise<void> {
    const sent = await send({
      credentialId: given.id,
      reason: reason.trim(),
      awardedOn: day || null,
      place,
      activity,
      result: given.resultScale && grade !== given.result ? grade : null,
      newest,
    })
    if (sent.outcome === 'done' && sent.payload.credential) onDone(sent.payload.credential.id)
    else if (sent.outcome === 'refused' || sent.outcome === 'unsent') setProblems(sent.problems)
  }

  return (
    <Sheet
      title={<Trans>What is right?</Trans>}
      open
      onClose={onClose}
      actions={
        <Button busy={sending} onClick={() => void correct()}>
          <Trans>Give the corrected badge</Trans>
        </Button>
      }
    >
      <Field
        label={<Trans>Awarded on</Trans>}
        type="date"
        value={day}
        error={problemAt(problems, 'awarded_on')}
        onChange={event => setDay(event.target.value)}
      />
      <Field
        label={<Trans>Place</Trans>}
        value={place}
        maxLength={120}
        error={problemAt(problems, 'place')}
        onChange={event => setPlace(event.target.value)}
      />
      <Field
        label={<Trans>Activity</Trans>}
        value={activity}
        maxLength={120}
        error={problemAt(problems, 'activity')}
        onChange={event => setActivity(event.target.value)}
      />
      {given.resultScale && <GradeField scale={given.resultScale} value={grade} onChange={setGrade} />}
      {given.newerDescription && (
        <CheckRow checked={newest} onChange={setNewest}>
          <Trans>Use the description as it is published now</Trans>
        </CheckRow>
      )}
      <TextArea
        label={<Trans>What was wrong?</Trans>}
        hint={<Trans>The learner reads it in the history of the badge.</Trans>}
        rows={2}
        maxLength={REASON_LIMIT}
        value={reason}
        error={problemAt(problems, 'reason')}
        onChange={event => setReason(event.target.value)}
      />
      <FieldError message={problems.find(({ field }) => !FIELDS.includes(field))?.message} />
    </Sheet>
  )
}
