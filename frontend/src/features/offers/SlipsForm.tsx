import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { type Problem, problemAt } from '@/api/problems'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { Field, FieldError, TextArea } from '@/design/Field'
import { GradeField } from '@/design/GradeField'
import { OfferOnPaper } from './documents'
import { HowLong } from './HowLong'
import type { Place } from './offer'

const USUAL = 12
const FIELDS = ['count', 'results']

type SlipsFormProps = { placeId: string; badge: Place['achievements'][number] }

/** For people whose addresses nobody has: as many slips as there are hands. */
export function SlipsForm({ placeId, badge }: SlipsFormProps) {
  const { t } = useLingui()
  const [, go] = useLocation()
  const [count, setCount] = useState(String(USUAL))
  const [note, setNote] = useState('')
  const [grade, setGrade] = useState('')
  const [days, setDays] = useState(30)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [make, making] = useSend(OfferOnPaper)
  const slips = Number.parseInt(count, 10) || 0

  async function send(): Promise<void> {
    const sent = await make({ placeId, achievementId: badge.id, count: slips, days, note, result: grade })
    if (sent.outcome === 'done') go(`/offers/${sent.payload.round?.id ?? ''}`)
    else if (sent.outcome !== 'saved') setProblems(sent.problems)
  }

  return (
    <section className="card stack" aria-labelledby="slips">
      <h2 id="slips">
        <Trans>The slips</Trans>
      </h2>
      <p className="quiet">
        <Trans>Each slip gives the badge to one person, once. Nobody’s name or address is needed.</Trans>
      </p>
      <Field
        type="number"
        inputMode="numeric"
        min={1}
        label={<Trans>How many slips</Trans>}
        value={count}
        onChange={event => setCount(event.target.value)}
        error={problemAt(problems, 'count')}
      />
      {badge.resultScale && (
        <>
          <GradeField
            scale={badge.resultScale}
            label={t`Grade on every slip`}
            value={grade}
            onChange={setGrade}
            error={problemAt(problems, 'results')}
          />
          <p className="hint">
            <Trans>For people with another grade make a sheet of their own.</Trans>
          </p>
        </>
      )}
      <TextArea
        label={<Trans>A sentence for everybody (optional)</Trans>}
        rows={2}
        maxLength={500}
        value={note}
        onChange={event => setNote(event.target.value)}
      />
      <HowLong days={days} onChange={setDays} />
      <FieldError message={problems.find(({ field }) => !FIELDS.includes(field))?.message} />
      <Button wide busy={making} onClick={() => void send()}>
        <Plural value={slips} one="Make # slip" other="Make # slips" />
      </Button>
    </section>
  )
}
