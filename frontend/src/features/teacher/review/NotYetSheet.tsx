import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '@/design/Button'
import { TextArea } from '@/design/Field'
import { Sheet } from '@/design/Sheet'
import { ReadyPhrases } from './ReadyPhrases'

/** Longest hint, as the server counts it. */
const LIMIT = 500

type NotYetSheetProps = {
  open: boolean
  phrases: readonly string[]
  busy: boolean
  onClose: () => void
  onSend: (hint: string) => void
}

/** "Not yet" always carries one concrete thing to do next. */
export function NotYetSheet({ open, phrases, busy, onClose, onSend }: NotYetSheetProps) {
  const { t } = useLingui()
  const [hint, setHint] = useState('')
  const [asked, setAsked] = useState(false)
  const empty = hint.trim() === ''
  return (
    <Sheet
      title={<Trans>Not yet: what is the next thing to do?</Trans>}
      open={open}
      onClose={onClose}
      actions={
        <Button
          busy={busy}
          onClick={() => {
            setAsked(true)
            if (!empty) onSend(hint.trim())
          }}
        >
          <Trans>Send the hint</Trans>
        </Button>
      }
    >
      <ReadyPhrases phrases={phrases} chosen={hint} onChoose={setHint} />
      <TextArea
        label={t`Your hint`}
        hint={t`One concrete thing. The student may hand in again as often as needed.`}
        error={asked && empty ? t`Choose a sentence or write your own.` : undefined}
        maxLength={LIMIT}
        value={hint}
        onChange={event => setHint(event.target.value)}
      />
    </Sheet>
  )
}
