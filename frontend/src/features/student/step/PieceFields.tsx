import { Trans } from '@lingui/react/macro'
import { FileText } from 'lucide-react'
import { type Problem, problemAt } from '@/api/problems'
import { AudioPicker } from '@/design/AudioPicker'
import { Button } from '@/design/Button'
import { Field, TextArea } from '@/design/Field'
import { FileDrop } from '@/design/FileDrop'
import { PhotoPicker } from '@/design/PhotoPicker'
import type { EvidenceKind } from './step'
import type { Draft } from './useDraft'
import type { Files } from './useHandIn'

type PieceFieldsProps = {
  kind: EvidenceKind
  draft: Draft
  keep: (change: Draft) => void
  files: Files
  setFiles: (files: Files) => void
  problems: readonly Problem[]
}

/** The control for one kind of evidence. */
export function PieceFields({ kind, draft, keep, files, setFiles, problems }: PieceFieldsProps) {
  switch (kind) {
    case 'photo':
      return <PhotoPicker photo={files.photo} onChange={photo => setFiles({ ...files, photo })} />
    case 'text':
      return (
        <TextArea
          label={<Trans>Your words</Trans>}
          value={draft.text ?? ''}
          maxLength={2000}
          onChange={event => keep({ text: event.target.value })}
          error={problemAt(problems, 'text')}
        />
      )
    case 'link':
      return (
        <Field
          label={<Trans>Address (link)</Trans>}
          type="url"
          inputMode="url"
          placeholder="https://"
          value={draft.link ?? ''}
          onChange={event => keep({ link: event.target.value })}
          error={problemAt(problems, 'url')}
        />
      )
    case 'pdf':
      return files.pdf ? (
        <div className="list-row">
          <FileText aria-hidden="true" />
          <span className="grow">{files.pdf.name}</span>
          <Button look="plain" onClick={() => setFiles({ ...files, pdf: null })}>
            <Trans>Remove</Trans>
          </Button>
        </div>
      ) : (
        <FileDrop
          label={<Trans>PDF</Trans>}
          hint={<Trans>Up to 5 MB</Trans>}
          accept="application/pdf,.pdf"
          onFile={pdf => setFiles({ ...files, pdf })}
        />
      )
    case 'audio':
      return <AudioPicker audio={files.audio} onChange={audio => setFiles({ ...files, audio })} />
  }
}
