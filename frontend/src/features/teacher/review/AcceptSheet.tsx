import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '@/design/Button'
import { TextArea } from '@/design/Field'
import { Sheet } from '@/design/Sheet'
import { ReadyPhrases } from './ReadyPhrases'

/** Longest sentence on a badge, as the server counts it. */
const LIMIT = 500

type AcceptSheetProps = {
  open: boolean
  phrases: readonly string[]
  busy: boolean
  onClose: () => void
  onSend: (note: string) => void
}

/** A sentence of feedback that the student reads with the badge. */
export function AcceptSheet({ open, phrases, busy, onClose, onSend }: AcceptSheetProps) {
  const { t } = useLingui()
  const [note, setNote] = useState('')
  return (
    <Sheet
      title={<Trans>What worked well?</Trans>}
      open={open}
      onClose={onClose}
      actions={
        <Button busy={busy} onClick={() => onSend(note.trim())}>
          <Trans>Accept</Trans>
        </Button>
      }
    >
      <ReadyPhrases phrases={phrases} chosen={note} onChoose={setNote} />
      <TextArea
        label={t`Your sentence`}
        hint={t`The student reads it together with the decision.`}
        maxLength={LIMIT}
        value={note}
        onChange={event => setNote(event.target.value)}
      />
    </Sheet>
  )
}
