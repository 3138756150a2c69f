import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { RadioCards } from '@/design/Choice'
import { FieldError } from '@/design/Field'
import { Sheet } from '@/design/Sheet'
import { useToast } from '@/design/Toast'
import type { ClubInFull } from './club'
import { AskForVouch } from './documents'

/** Which school or organisation is asked to answer for the club. */
export function VouchSheet({
  club,
  open,
  onClose,
}: {
  club: ClubInFull
  open: boolean
  onClose: () => void
}) {
  const { t } = useLingui()
  const say = useToast()
  const [by, setBy] = useState<string | null>(null)
  const [problem, setProblem] = useState<string>()
  const [ask, asking] = useSend(AskForVouch)
  const chosen = by ?? (club.mayVouch.length === 1 ? (club.mayVouch[0]?.id ?? null) : null)

  async function send(): Promise<void> {
    if (!chosen) return setProblem(t`Choose whom to ask.`)
    const sent = await ask({ groupId: club.card.groupId, byGroupId: chosen })
    if (sent.outcome === 'refused' || sent.outcome === 'unsent') return setProblem(sent.problems[0]?.message)
    say({ text: t`Asked. Whoever coordinates there decides.` })
    onClose()
  }

  return (
    <Sheet
      title={<Trans>Who knows you and the club?</Trans>}
      open={open}
      onClose={onClose}
      actions={
        club.mayVouch.length > 0 && (
          <Button busy={asking} onClick={() => void send()}>
            <Trans>Ask</Trans>
          </Button>
        )
      }
    >
      <p>
        <Trans>
          They confirm that they know who leads it. Then the club may be found, plan public events, grow, and
          take people from other schools.
        </Trans>
      </p>
      {club.mayVouch.length > 0 ? (
        <RadioCards
          legend={<span className="hidden-visually">{t`Who knows you and the club?`}</span>}
          value={chosen}
          onChange={setBy}
          options={club.mayVouch.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : (
        <p>
          <Trans>
            No school or organisation of yours is here yet. Ask a teacher or a librarian whom you know: their
            school or organisation can join Kotylion.
          </Trans>
        </p>
      )}
      <FieldError message={problem} />
    </Sheet>
  )
}
