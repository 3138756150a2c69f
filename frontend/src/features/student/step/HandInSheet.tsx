import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '@/design/Button'
import { Chip, Chips } from '@/design/Chips'
import { FieldError, TextArea } from '@/design/Field'
import { Sheet } from '@/design/Sheet'
import { KindName, useKindNames } from './KindName'
import { PieceFields } from './PieceFields'
import { EVIDENCE_KINDS, type EvidenceKind, kindsOf, type StepInFull } from './step'
import { useDraft } from './useDraft'
import { type Files, useHandIn } from './useHandIn'
import { WhoSees } from './WhoSees'

type HandInSheetProps = {
  step: StepInFull
  /** Already taken by the camera button. */
  photo: Blob | null
  onClose: () => void
  onSent: (step: StepInFull | null | undefined) => void
  onSaved: () => void
}

/** Everything that can be handed in, in one sheet; closing it keeps what was written. */
export function HandInSheet({ step, photo, onClose, onSent, onSaved }: HandInSheetProps) {
  const kinds = kindsOf(step)
  const names = useKindNames()
  const [draft, keep, forget] = useDraft(step)
  const [files, setFiles] = useState<Files>({ photo, pdf: null, audio: null })
  const [shown, setShown] = useState<ReadonlySet<EvidenceKind>>(() => firstShown(kinds, photo, draft))
  const { send, busy, problems } = useHandIn(step)
  const general = problems.find(({ field }) => field !== 'reflection' && field !== 'text' && field !== 'url')

  async function handIn(): Promise<void> {
    const sent = await send(draft, files)
    if (sent === null) return
    forget()
    if (sent.outcome === 'saved') onSaved()
    else onSent(sent.step)
  }

  function turn(kind: EvidenceKind): void {
    const next = new Set(shown)
    if (!next.delete(kind)) next.add(kind)
    else if (kind === 'text' || kind === 'link') keep({ [kind]: '' })
    else setFiles({ ...files, [kind]: null })
    setShown(next)
  }

  return (
    <Sheet
      title={<Trans>Hand in</Trans>}
      open
      onClose={onClose}
      actions={
        <Button busy={busy} onClick={() => void handIn()}>
          <Trans>Send</Trans>
        </Button>
      }
    >
      {kinds.length > 1 && (
        <Chips label={names.group}>
          {kinds.map(kind => (
            <Chip key={kind} pressed={shown.has(kind)} onPress={() => turn(kind)}>
              <KindName kind={kind} />
            </Chip>
          ))}
        </Chips>
      )}
      {EVIDENCE_KINDS.filter(kind => shown.has(kind)).map(kind => (
        <PieceFields key={kind} {...{ kind, draft, keep, files, setFiles, problems }} />
      ))}
      {step.node.team && (
        <TextArea
          label={<Trans>What did you do yourself?</Trans>}
          hint={<Trans>The work belongs to the team, these words to you.</Trans>}
          value={draft.reflection ?? ''}
          maxLength={2000}
          rows={2}
          onChange={event => keep({ reflection: event.target.value })}
          error={problems.find(({ field }) => field === 'reflection')?.message}
        />
      )}
      <FieldError message={general?.message} />
      <WhoSees step={step} />
    </Sheet>
  )
}

function firstShown(
  kinds: readonly EvidenceKind[],
  photo: Blob | null,
  draft: { text?: string; link?: string },
): ReadonlySet<EvidenceKind> {
  const shown = new Set<EvidenceKind>()
  if (photo) shown.add('photo')
  if (draft.text) shown.add('text')
  if (draft.link) shown.add('link')
  const first = kinds.find(kind => kind !== 'photo') ?? kinds[0]
  if (shown.size === 0 && first) shown.add(first)
  return shown
}
