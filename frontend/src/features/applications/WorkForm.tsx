import { Trans, useLingui } from '@lingui/react/macro'
import { FileText } from 'lucide-react'
import { useState } from 'react'
import { type Problem, problemAt } from '@/api/problems'
import { type UploadSlot, uploadSlot } from '@/api/uploadSlots'
import { AudioPicker } from '@/design/AudioPicker'
import { Button } from '@/design/Button'
import { Field, FieldError, TextArea } from '@/design/Field'
import { FileDrop } from '@/design/FileDrop'
import { PhotoPicker } from '@/design/PhotoPicker'
import { asAddress } from './application'

const MOST_BYTES = 5_000_000

export type Piece = { kind: string; text?: string; url?: string; uploadId?: string }

type WorkFormProps = {
  statement: string
  busy: boolean
  problems: readonly Problem[]
  onSend: (statement: string, evidence: Piece[], uploads: UploadSlot[]) => void
}

/** What somebody can do, in a few sentences, with a photo, a recording, a PDF or a link as proof. */
export function WorkForm({ statement, busy, problems, onSend }: WorkFormProps) {
  const { t } = useLingui()
  const [words, setWords] = useState(statement)
  const [link, setLink] = useState('')
  const [photo, setPhoto] = useState<Blob | null>(null)
  const [audio, setAudio] = useState<File | null>(null)
  const [pdf, setPdf] = useState<File | null>(null)
  const [local, setLocal] = useState<string>()

  function send(): void {
    if ([audio, pdf].some(file => file && file.size > MOST_BYTES)) {
      setLocal(t`This file is larger than 5 MB. Use a link instead.`)
      return
    }
    const slots = [
      ...(photo ? [{ kind: 'photo', slot: uploadSlot(photo, 'photo.jpg') }] : []),
      ...(audio ? [{ kind: 'audio', slot: uploadSlot(audio, audio.name) }] : []),
      ...(pdf ? [{ kind: 'pdf', slot: uploadSlot(pdf, pdf.name) }] : []),
    ]
    const evidence: Piece[] = [
      ...slots.map(({ kind, slot }) => ({ kind, uploadId: slot.slot })),
      ...(link.trim() ? [{ kind: 'link', url: asAddress(link.trim()) }] : []),
    ]
    setLocal(undefined)
    onSend(
      words,
      evidence,
      slots.map(({ slot }) => slot),
    )
  }

  return (
    <div className="stack">
      <TextArea
        label={<Trans>What can you do, and where have you done it?</Trans>}
        rows={5}
        maxLength={1000}
        value={words}
        onChange={event => setWords(event.target.value)}
        error={problemAt(problems, 'statement')}
      />
      <PhotoPicker photo={photo} onChange={setPhoto} />
      <AudioPicker audio={audio} onChange={setAudio} />
      <Field
        label={<Trans>Link to your work</Trans>}
        type="url"
        inputMode="url"
        placeholder="https://"
        value={link}
        onChange={event => setLink(event.target.value)}
      />
      {pdf ? (
        <div className="list-row">
          <FileText aria-hidden="true" />
          <span className="grow">{pdf.name}</span>
          <Button look="plain" onClick={() => setPdf(null)}>
            <Trans>Remove</Trans>
          </Button>
        </div>
      ) : (
        <FileDrop
          label={<Trans>PDF</Trans>}
          hint={<Trans>Up to 5 MB</Trans>}
          accept="application/pdf,.pdf"
          onFile={setPdf}
        />
      )}
      <FieldError message={local ?? problems.find(({ field }) => field !== 'statement')?.message} />
      <Button wide busy={busy} disabled={!words.trim()} onClick={send}>
        <Trans>Send</Trans>
      </Button>
    </div>
  )
}
