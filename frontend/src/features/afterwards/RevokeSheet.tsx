import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { type Problem, problemAt } from '@/api/problems'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { RadioCards } from '@/design/Choice'
import { FieldError, TextArea } from '@/design/Field'
import { Sheet } from '@/design/Sheet'
import { RevokeGiven } from './documents'
import { type Given, REASON_LIMIT } from './given'

/** For good: of which kind the reason is everybody may read, the words go to the learner. */
export function RevokeSheet(props: { given: Given; onClose: () => void; onDone: () => void }) {
  const { t } = useLingui()
  const [kind, setKind] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [send, sending] = useSend(RevokeGiven)

  async function revoke(): Promise<void> {
    const sent = await send({ credentialId: props.given.id, kind: kind ?? '', reason: reason.trim() })
    if (sent.outcome === 'refused' || sent.outcome === 'unsent') setProblems(sent.problems)
    else props.onDone()
  }

  return (
    <Sheet
      title={<Trans>Revoke the badge?</Trans>}
      open
      onClose={props.onClose}
      actions={
        <Button busy={sending} onClick={() => void revoke()}>
          <Trans>Revoke it for good</Trans>
        </Button>
      }
    >
      <p>
        <Trans>
          It cannot be undone. {props.given.learner} hears of it, reads your words and may ask for a second
          look.
        </Trans>
      </p>
      <RadioCards<string>
        legend={t`Why? Everybody who checks the badge reads this line.`}
        value={kind}
        onChange={setKind}
        options={props.given.kinds.map(({ code, label }) => ({ value: code, label }))}
      />
      <FieldError message={problemAt(problems, 'kind')} />
      <TextArea
        label={<Trans>In your words, for the learner</Trans>}
        hint={<Trans>Calm and concrete. Nobody outside reads it.</Trans>}
        rows={3}
        maxLength={REASON_LIMIT}
        value={reason}
        error={problemAt(problems, 'reason')}
        onChange={event => setReason(event.target.value)}
      />
      <FieldError message={problems.find(({ field }) => field !== 'reason' && field !== 'kind')?.message} />
    </Sheet>
  )
}
