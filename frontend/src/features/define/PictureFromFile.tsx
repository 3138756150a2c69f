import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { type UploadSlot, uploadSlot } from '@/api/uploadSlots'
import { Button } from '@/design/Button'
import { Field, Select } from '@/design/Field'
import { FileDrop } from '@/design/FileDrop'
import { scaledPicture } from '@/design/photo'
import { useEditor } from './EditorContext'
import { drawingOf } from './picture'

/** What the server keeps of a picture, in px. */
const SIDE = 512

/** A picture drawn elsewhere: sent, looked at where it is small, and whose it is. */
export function PictureFromFile() {
  const { t } = useLingui()
  const { writing } = useEditor()
  const { art } = writing.description
  const [waiting, setWaiting] = useState<UploadSlot>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()

  async function send(slot: UploadSlot): Promise<void> {
    setBusy(true)
    setProblem(undefined)
    setWaiting(slot)
    const wrong = await writing.addPicture(slot)
    setBusy(false)
    if (wrong === undefined) setWaiting(undefined)
    else setProblem(wrong || t`No network. Your picture is kept here; send it again in a moment.`)
    // A refused file stays refused: another one has to be chosen.
    if (wrong) setWaiting(undefined)
  }

  async function take(file: File): Promise<void> {
    try {
      await send(uploadSlot(await scaledPicture(file, SIDE), 'picture.png'))
    } catch {
      setProblem(t`This file could not be read as a picture. Try another one.`)
    }
  }

  return (
    <>
      <FileDrop
        label={art.picture ? <Trans>Another picture</Trans> : <Trans>Picture from a file</Trans>}
        hint={<Trans>PNG, JPEG or WebP. A square is best: what is not square gets a clear margin.</Trans>}
        accept="image/png,image/jpeg,image/webp"
        error={problem}
        onFile={file => void take(file)}
      />
      {waiting && (
        <Button look="quiet" busy={busy} onClick={() => void send(waiting)}>
          {busy ? <Trans>Sending…</Trans> : <Trans>Send it again</Trans>}
        </Button>
      )}
      {art.picture && <Rights />}
    </>
  )
}

function Rights() {
  const { t } = useLingui()
  const { writing, choices, problemOf } = useEditor()
  const { art } = writing.description
  const hints = writing.draft.pictureHints
  const say = (part: { author?: string; licence?: string }) =>
    writing.write('art', {
      picture: art.picture,
      author: art.author ?? '',
      licence: art.licence ?? '',
      ...part,
    })
  return (
    <>
      <figure className="define-small">
        {['light', 'dark'].map(ground => (
          <span key={ground} className={`define-${ground}`}>
            <img src={drawingOf(writing.draft.kind, art)} alt="" width={64} height={64} />
          </span>
        ))}
        <figcaption className="quiet">
          {hints.length > 0 ? (
            <ul>
              {hints.map(hint => (
                <li key={hint}>{hint}</li>
              ))}
            </ul>
          ) : (
            <Trans>This is how it looks in a list.</Trans>
          )}
        </figcaption>
      </figure>
      <Field
        label={t`Author of the picture`}
        value={art.author ?? ''}
        maxLength={120}
        error={problemOf('art')}
        onChange={event => say({ author: event.target.value })}
      />
      <Select
        label={t`Licence of the picture`}
        hint={t`It stands on the badge’s page and goes along with every badge.`}
        value={art.licence ?? ''}
        onChange={event => say({ licence: event.target.value })}
      >
        <option value="">{t`Not said`}</option>
        {choices.options
          .filter(({ part }) => part === 'art')
          .map(({ code, label }) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
      </Select>
    </>
  )
}
