import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { type Problem, problemAt } from '@/api/problems'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { FieldError, Select, TextArea } from '@/design/Field'
import { Sheet } from '@/design/Sheet'
import { EndorseFormal } from './documents'
import type { Endorsable, EndorserName } from './given'

/** Longest words, as the server counts them. */
const LIMIT = 300

type EndorseSheetProps = {
  badge: Endorsable
  names: readonly EndorserName[]
  onClose: () => void
  onDone: () => void
}

/** In whose name, and in which words. */
export function EndorseSheet({ badge, names, onClose, onDone }: EndorseSheetProps) {
  const [issuerId, setIssuerId] = useState(names[0]?.issuerId ?? '')
  const [text, setText] = useState('')
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [send, sending] = useSend(EndorseFormal)

  async function endorse(): Promise<void> {
    const sent = await send({ achievementId: badge.achievementId, issuerId, text: text.trim() })
    if (sent.outcome === 'refused' || sent.outcome === 'unsent') setProblems(sent.problems)
    else onDone()
  }

  return (
    <Sheet
      title={badge.name}
      open
      onClose={onClose}
      actions={
        <Button busy={sending} onClick={() => void endorse()}>
          <Trans>Sign and publish</Trans>
        </Button>
      }
    >
      <Select
        label={<Trans>In whose name?</Trans>}
        value={issuerId}
        onChange={event => setIssuerId(event.target.value)}
      >
        {names.map(name => (
          <option key={name.issuerId} value={name.issuerId}>
            {name.label}
          </option>
        ))}
      </Select>
      <TextArea
        label={<Trans>Why do you stand up for it?</Trans>}
        hint={<Trans>It stands on the page of the badge, in your organisation's name.</Trans>}
        rows={3}
        maxLength={LIMIT}
        value={text}
        error={problemAt(problems, 'text')}
        onChange={event => setText(event.target.value)}
      />
      <FieldError message={problems.find(({ field }) => field !== 'text')?.message} />
    </Sheet>
  )
}
