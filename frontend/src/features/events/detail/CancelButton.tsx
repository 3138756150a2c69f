import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Problem } from '@/api/problems'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { CheckRow } from '@/design/Choice'
import { FieldError, TextArea } from '@/design/Field'
import { Sheet } from '@/design/Sheet'
import { CancelEvent } from '../documents'
import type { EventInFull } from '../event'

const REASON_LIMIT = 200

/** People who said yes are told, so the reason is asked first; there is no way back. */
export function CancelButton({ event }: { event: EventInFull }) {
  const { t } = useLingui()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [series, setSeries] = useState(false)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [send, busy] = useSend(CancelEvent)

  async function cancel(): Promise<void> {
    const sent = await send({ eventId: event.card.id, reason: reason.trim(), wholeSeries: series })
    if (sent.outcome === 'done') setOpen(false)
    else if (sent.outcome !== 'saved') setProblems(sent.problems)
  }

  return (
    <>
      <Button look="danger" onClick={() => setOpen(true)}>
        <Trans>Cancel the event</Trans>
      </Button>
      <Sheet
        title={<Trans>Cancel the event?</Trans>}
        open={open}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button look="quiet" onClick={() => setOpen(false)}>
              <Trans>Keep it</Trans>
            </Button>
            <Button look="danger" busy={busy} onClick={() => void cancel()}>
              <Trans>Cancel the event</Trans>
            </Button>
          </>
        }
      >
        <p>
          <Trans>Everybody who signed up is told at once, with your reason.</Trans>
        </p>
        <FieldError message={problems[0]?.message} />
        <TextArea
          label={t`Reason`}
          hint={t`For example: the hall is closed. We will meet next week.`}
          rows={2}
          maxLength={REASON_LIMIT}
          value={reason}
          onChange={change => setReason(change.target.value)}
        />
        {event.seriesDates.length > 1 && (
          <CheckRow checked={series} onChange={setSeries}>
            <Trans>All further meetings of the series too</Trans>
          </CheckRow>
        )}
      </Sheet>
    </>
  )
}
