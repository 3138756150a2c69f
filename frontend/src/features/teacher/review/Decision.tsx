import { Trans, useLingui } from '@lingui/react/macro'
import { Check, ChevronLeft, ChevronRight, Undo2 } from 'lucide-react'
import { useCallback, useState } from 'react'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { IconButton } from '@/design/IconButton'
import { useToast } from '@/design/Toast'
import { AcceptSheet } from './AcceptSheet'
import { AcceptWork, AgreeTopic, AnswerNotYet, TakeBackAccept } from './documents'
import { NotYetSheet } from './NotYetSheet'
import { isTopic, type Piece } from './piece'
import { useShortcuts } from './useShortcuts'

type DecisionProps = {
  piece: Piece
  phrases: { notYet: readonly string[]; accepted: readonly string[] }
  /** Decided: show the next one. */
  onDecided: (submissionId: string) => void
  /** The decision was taken back. */
  onReopened: (submissionId: string) => void
  onStep: (by: number) => void
  several: boolean
}

/** Accept in one tap, or "not yet" with one hint; A, N and the arrows do the same on a laptop. */
export function Decision({ piece, phrases, onDecided, onReopened, onStep, several }: DecisionProps) {
  const { t } = useLingui()
  const say = useToast()
  const [sheet, setSheet] = useState<'not-yet' | 'words' | null>(null)
  const [accept, accepting] = useSend(AcceptWork)
  const [agree, agreeing] = useSend(AgreeTopic)
  const [answer, answering] = useSend(AnswerNotYet)
  const [takeBack] = useSend(TakeBackAccept)
  const { submissionId, enrollmentId, stepId, studentName: name } = piece
  const topic = isTopic(piece)
  const busy = accepting || agreeing

  const undo = useCallback(async (): Promise<void> => {
    const sent = await takeBack({ enrollmentId, stepId })
    if (sent.outcome === 'done') onReopened(submissionId)
    else if (sent.outcome !== 'saved') say({ text: sent.problems[0]?.message })
  }, [takeBack, enrollmentId, stepId, onReopened, submissionId, say])

  async function acceptIt(note = ''): Promise<void> {
    const sent = topic ? await agree({ submissionId }) : await accept({ submissionId, note })
    if (sent.outcome === 'done') {
      setSheet(null)
      onDecided(submissionId)
      if (topic) say({ text: t`Topic agreed: ${name}` })
      else say({ text: t`Accepted: ${name}`, undo: () => void undo() })
    } else if (sent.outcome !== 'saved') say({ text: sent.problems[0]?.message })
  }
  async function answerIt(hint: string): Promise<void> {
    const sent = await answer({ submissionId, hint })
    if (sent.outcome === 'done') {
      setSheet(null)
      onDecided(submissionId)
      say({ text: t`${name} has got your hint.` })
    } else if (sent.outcome !== 'saved') say({ text: sent.problems[0]?.message })
  }
  useShortcuts({
    a: () => !busy && void acceptIt(),
    n: () => setSheet('not-yet'),
    arrowleft: () => onStep(-1),
    arrowright: () => onStep(1),
  })

  return (
    <div className="decision">
      {several && (
        <IconButton
          className="icon-button decision-before"
          icon={ChevronLeft}
          label={t`Previous piece`}
          onClick={() => onStep(-1)}
        />
      )}
      <Button look="quiet" onClick={() => setSheet('not-yet')}>
        <Undo2 aria-hidden="true" size={20} />
        <Trans>Not yet</Trans>
      </Button>
      <Button busy={busy} className="decision-accept" onClick={() => void acceptIt()}>
        <Check aria-hidden="true" size={20} />
        {topic ? <Trans>Agree</Trans> : <Trans>Accept</Trans>}
      </Button>
      {several && (
        <IconButton
          className="icon-button decision-after"
          icon={ChevronRight}
          label={t`Next piece`}
          onClick={() => onStep(1)}
        />
      )}
      {!topic && (
        <Button look="plain" className="decision-words" onClick={() => setSheet('words')}>
          <Trans>Accept with a sentence</Trans>
        </Button>
      )}
      <NotYetSheet
        open={sheet === 'not-yet'}
        phrases={phrases.notYet}
        busy={answering}
        onClose={() => setSheet(null)}
        onSend={hint => void answerIt(hint)}
      />
      <AcceptSheet
        open={sheet === 'words'}
        phrases={phrases.accepted}
        busy={accepting}
        onClose={() => setSheet(null)}
        onSend={note => void acceptIt(note)}
      />
    </div>
  )
}
