import { Plural, Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { type Problem, problemAt } from '@/api/problems'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { Field, FieldError, TextArea } from '@/design/Field'
import { OfferOnPaper } from './documents'
import { HowLong } from './HowLong'

const USUAL = 12

/** For people whose addresses nobody has: as many slips as there are hands. */
export function SlipsForm({ placeId, achievementId }: { placeId: string; achievementId: string }) {
  const [, go] = useLocation()
  const [count, setCount] = useState(String(USUAL))
  const [note, setNote] = useState('')
  const [days, setDays] = useState(30)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [make, making] = useSend(OfferOnPaper)
  const slips = Number.parseInt(count, 10) || 0

  async function send(): Promise<void> {
    const sent = await make({ placeId, achievementId, count: slips, days, note })
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
      <TextArea
        label={<Trans>A sentence for everybody (optional)</Trans>}
        rows={2}
        maxLength={500}
        value={note}
        onChange={event => setNote(event.target.value)}
      />
      <HowLong days={days} onChange={setDays} />
      <FieldError message={problems.find(({ field }) => field !== 'count')?.message} />
      <Button wide busy={making} onClick={() => void send()}>
        <Plural value={slips} one="Make # slip" other="Make # slips" />
      </Button>
    </section>
  )
}
