import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Problem } from '@/api/problems'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { FieldError, TextArea } from '@/design/Field'
import { Sheet } from '@/design/Sheet'
import { State } from '@/design/State'
import { ClaimLate } from '../documents'
import type { EventInFull } from '../event'

const NOTE_LIMIT = 300

/** "I was there, nobody ticked me": asked once, decided by a person. */
export function LateClaim({ event }: { event: EventInFull }) {
  const { t } = useLingui()
  const [open, setOpen] = useState(false)
  const [note, setNote] = useState('')
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [claim, busy] = useSend(ClaimLate)

  async function ask(): Promise<void> {
    const sent = await claim({ eventId: event.card.id, note: note.trim() })
    if (sent.outcome === 'done') setOpen(false)
    else if (sent.outcome !== 'saved') setProblems(sent.problems)
  }

  if (event.lateClaim === 'open')
    return (
      <p>
        <State state="review">
          <Trans>you asked to be added; somebody looks at it soon</Trans>
        </State>
      </p>
    )
  if (event.lateClaim === 'declined')
    return (
      <p className="notice">
        <Trans>Your request to be added was declined. Talk to the person who led the event.</Trans>
      </p>
    )
  if (!event.mayClaimLate) return null
  return (
    <>
      <Button look="quiet" onClick={() => setOpen(true)}>
        <Trans>I was there, but I am not ticked</Trans>
      </Button>
      <Sheet
        title={<Trans>I was there</Trans>}
        open={open}
        onClose={() => setOpen(false)}
        actions={
          <Button busy={busy} onClick={() => void ask()}>
            <Trans>Ask to be added</Trans>
          </Button>
        }
      >
        <p>
          <Trans>Who led the event sees your request and decides.</Trans>
        </p>
        <FieldError message={problems[0]?.message} />
        <TextArea
          label={t`A word about it (you may leave it empty)`}
          hint={t`For example: my phone was flat.`}
          rows={2}
          maxLength={NOTE_LIMIT}
          value={note}
          onChange={change => setNote(change.target.value)}
        />
      </Sheet>
    </>
  )
}
