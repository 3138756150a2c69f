import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { type Problem, problemAt } from '@/api/problems'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { RadioCards } from '@/design/Choice'
import { FieldError, TextArea } from '@/design/Field'
import { Sheet } from '@/design/Sheet'
import { DecideReport } from './documents'
import type { Report } from './report'

type Decision = 'kept' | 'removed'

/** Longest reason, as the server counts it. */
const LIMIT = 500

/** It stays or it is taken down. The reason goes to the author as it is written. */
export function DecideSheet(props: { report: Report; onClose: () => void; onDecided: () => void }) {
  const { t } = useLingui()
  const [decision, setDecision] = useState<Decision | null>(null)
  const [reason, setReason] = useState('')
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [send, sending] = useSend(DecideReport)

  async function decide(): Promise<void> {
    const sent = await send({ reportId: props.report.id, decision: decision ?? '', reason: reason.trim() })
    if (sent.outcome === 'refused' || sent.outcome === 'unsent') setProblems(sent.problems)
    else props.onDecided()
  }

  return (
    <Sheet
      title={<Trans>What happens with it?</Trans>}
      open
      onClose={props.onClose}
      actions={
        <Button busy={sending} onClick={() => void decide()}>
          {decision === 'kept' ? (
            <Trans>Let it stay</Trans>
          ) : decision === 'removed' ? (
            <Trans>Take it down</Trans>
          ) : (
            <Trans>Decide</Trans>
          )}
        </Button>
      }
    >
      <RadioCards<Decision>
        legend={<span className="hidden-visually">{t`What happens with it?`}</span>}
        value={decision}
        onChange={setDecision}
        options={[
          {
            value: 'kept',
            label: t`It stays`,
            note: t`It is visible again. The same complaint does not hide it again.`,
          },
          {
            value: 'removed',
            label: t`It is taken down`,
            note: t`The author reads why and may appeal once.`,
          },
        ]}
      />
      <FieldError message={problemAt(problems, 'decision')} />
      <TextArea
        label={<Trans>Why? The author reads it.</Trans>}
        hint={<Trans>Calm and concrete: which words, which rule. Needed when it is taken down.</Trans>}
        rows={3}
        maxLength={LIMIT}
        value={reason}
        error={problemAt(problems, 'reason')}
        onChange={event => setReason(event.target.value)}
      />
      <FieldError
        message={problems.find(({ field }) => field !== 'reason' && field !== 'decision')?.message}
      />
    </Sheet>
  )
}
