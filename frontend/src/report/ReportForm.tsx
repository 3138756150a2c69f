import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { RadioCards } from '@/design/Choice'
import { FieldError, TextArea } from '@/design/Field'
import { Sheet } from '@/design/Sheet'
import { useToast } from '@/design/Toast'
import { ReportContent } from './documents'

export type ReportFormProps = {
  /** What it is: "clubs.Club", "clubs.ClubBadge", "clubs.Nomination", "events.Event", "credentials.Endorsement", … */
  kind: string
  objectId: string
  onClose: () => void
}

type Reason = 'hurtful' | 'hate' | 'private' | 'unsafe' | 'false' | 'other'

/** Longest story, as the server counts it. */
const LIMIT = 500

/** One question, one tap, and a person looks at it. What is reported is hidden meanwhile. */
export default function ReportForm({ kind, objectId, onClose }: ReportFormProps) {
  const { t } = useLingui()
  const say = useToast()
  const [reason, setReason] = useState<Reason | null>(null)
  const [details, setDetails] = useState('')
  const [problem, setProblem] = useState<string>()
  const [send, sending] = useSend(ReportContent)

  async function report(): Promise<void> {
    if (reason === null) return setProblem(t`Choose what is wrong.`)
    const sent = await send({ kind, objectId, reason, details: details.trim() })
    if (sent.outcome === 'refused' || sent.outcome === 'unsent') return setProblem(sent.problems[0]?.message)
    say({ text: t`Thank you. A person will look at it, and you will hear what they decided.` })
    onClose()
  }

  return (
    <Sheet
      title={<Trans>What is wrong with it?</Trans>}
      open
      onClose={onClose}
      actions={
        <Button busy={sending} onClick={() => void report()}>
          <Trans>Report it</Trans>
        </Button>
      }
    >
      <RadioCards<Reason>
        legend={<span className="hidden-visually">{t`What is wrong with it?`}</span>}
        value={reason}
        onChange={chosen => {
          setReason(chosen)
          setProblem(undefined)
        }}
        options={[
          { value: 'hurtful', label: t`It hurts or mocks somebody` },
          { value: 'hate', label: t`It spreads hatred` },
          { value: 'private', label: t`It gives away something private` },
          { value: 'unsafe', label: t`It is dangerous, or an adult behaves oddly` },
          { value: 'false', label: t`It pretends to be something it is not` },
          { value: 'other', label: t`Something else` },
        ]}
      />
      <TextArea
        label={<Trans>What happened? You may leave it empty.</Trans>}
        maxLength={LIMIT}
        rows={2}
        value={details}
        onChange={event => setDetails(event.target.value)}
      />
      <p className="quiet">
        <Trans>
          It is hidden until somebody decides. The author does not learn who reported it.{' '}
          <a href="/rules/" target="_blank" rel="noreferrer">
            The rules in plain words
          </a>
        </Trans>
      </p>
      <FieldError message={problem} />
    </Sheet>
  )
}
