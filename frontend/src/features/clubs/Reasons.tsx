import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Problem } from '@/api/problems'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { FieldError, TextArea } from '@/design/Field'
import type { PeopleOfClub } from './club'
import { Nominate } from './documents'

/** Longest reason, as the server counts it. */
const REASON_LIMIT = 300

type ReasonsProps = {
  groupId: string
  userId: string
  badge: PeopleOfClub['badges'][number]
  onSent: () => void
}

/** A ready sentence is sent with its tap; own words have a button. */
export function Reasons({ groupId, userId, badge, onSent }: ReasonsProps) {
  const { t } = useLingui()
  const [own, setOwn] = useState('')
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [nominate, busy] = useSend(Nominate)
  const sentences = [
    t`Helps others without being asked.`,
    t`Keeps promises, also when it is hard.`,
    t`Sees to it that nobody is left out.`,
    t`Has ideas that all of us use.`,
    t`Does the work that nobody wants to do.`,
  ]

  async function send(reason: string): Promise<void> {
    const { id: achievementId } = badge.achievement
    const sent = await nominate({ groupId, achievementId, userId, reason }, { later: true })
    if (sent.outcome === 'done' || sent.outcome === 'saved') onSent()
    else setProblems(sent.problems)
  }

  return (
    <>
      {badge.criterion && <p className="notice">{badge.criterion}</p>}
      <FieldError message={problems[0]?.message} />
      <p className="quiet">
        <Trans>Why? Tap a sentence to send it, or write your own.</Trans>
      </p>
      <ul className="stack stack-tight">
        {sentences.map(sentence => (
          <li key={sentence}>
            <button
              type="button"
              className="sentence"
              aria-disabled={busy || undefined}
              onClick={() => !busy && void send(sentence)}
            >
              {sentence}
            </button>
          </li>
        ))}
      </ul>
      <TextArea
        label={t`In your own words`}
        rows={2}
        maxLength={REASON_LIMIT}
        value={own}
        onChange={event => setOwn(event.target.value)}
      />
      <Button busy={busy} disabled={own.trim() === ''} onClick={() => void send(own.trim())} wide>
        <Trans>Send my own reason</Trans>
      </Button>
    </>
  )
}
