import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { RadioCards } from '@/design/Choice'
import { FieldError, TextArea } from '@/design/Field'
import { Sheet } from '@/design/Sheet'
import { useToast } from '@/design/Toast'
import { EndorseBadge } from './documents'

type EndorseSheetProps = {
  achievementId: string
  /** Schools and organisations in whose name the person may speak. */
  groups: readonly { id: string; name: string }[]
  onClose: () => void
}

const LIMIT = 300
const MYSELF = 'myself'

/** One sentence, and in whose name. */
export function EndorseSheet({ achievementId, groups, onClose }: EndorseSheetProps) {
  const { t } = useLingui()
  const say = useToast()
  const [as, setAs] = useState(MYSELF)
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string>()
  const [endorse, endorsing] = useSend(EndorseBadge)

  async function send(): Promise<void> {
    const sent = await endorse({ achievementId, groupId: as === MYSELF ? null : as, text: text.trim() })
    if (sent.outcome === 'refused' || sent.outcome === 'unsent') return setProblem(sent.problems[0]?.message)
    say({ text: t`Thank you. Everybody who sees the badge sees it, too.` })
    onClose()
  }

  return (
    <Sheet
      title={<Trans>I stand up for it</Trans>}
      open
      onClose={onClose}
      actions={
        <Button busy={endorsing} onClick={() => void send()}>
          <Trans>Sign it</Trans>
        </Button>
      }
    >
      {groups.length > 0 && (
        <RadioCards
          legend={<Trans>In whose name?</Trans>}
          value={as}
          onChange={setAs}
          options={[
            { value: MYSELF, label: t`My own` },
            ...groups.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      <TextArea
        label={t`Why? One sentence, if you like`}
        rows={2}
        className="input input-short"
        maxLength={LIMIT}
        value={text}
        onChange={event => setText(event.target.value)}
      />
      <FieldError message={problem} />
    </Sheet>
  )
}
