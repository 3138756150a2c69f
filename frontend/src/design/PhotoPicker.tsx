import { Trans, useLingui } from '@lingui/react/macro'
import { Camera, Trash2 } from 'lucide-react'
import { useEffect, useId, useMemo, useState } from 'react'
import { Button } from './Button'
import { FieldError } from './Field'
import { scaledPhoto } from './photo'

type PhotoPickerProps = {
  /** The photo as it will be sent: scaled, without metadata. */
  photo: Blob | null
  onChange: (photo: Blob | null) => void
  error?: string | undefined
}

/** One tap opens the camera of a phone; on a laptop it opens the files. */
export function PhotoPicker({ photo, onChange, error }: PhotoPickerProps) {
  const id = useId()
  const { t } = useLingui()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const address = useMemo(() => photo && URL.createObjectURL(photo), [photo])
  useEffect(() => () => void (address && URL.revokeObjectURL(address)), [address])

  async function take(file: File | undefined): Promise<void> {
    if (!file) return
    setBusy(true)
    setProblem(undefined)
    try {
      onChange(await scaledPhoto(file))
    } catch {
      setProblem(t`This file could not be read as a photo. Try another one.`)
    } finally {
      setBusy(false)
    }
  }

  return (
    <div className="field">
      {address && <img className="photo-preview" src={address} alt={t`What you are about to send`} />}
      <div className="row">
        <label className="button button-quiet" htmlFor={id} aria-busy={busy || undefined}>
          <Camera aria-hidden="true" size={20} />
          {photo ? <Trans>Take another</Trans> : <Trans>Take a photo</Trans>}
          <input
            id={id}
            className="hidden-visually"
            type="file"
            accept="image/*"
            capture="environment"
            onChange={event => void take(event.target.files?.[0])}
          />
        </label>
        {photo && (
          <Button look="plain" onClick={() => onChange(null)}>
            <Trash2 aria-hidden="true" size={20} />
            <Trans>Remove</Trans>
          </Button>
        )}
      </div>
      <FieldError message={problem ?? error} />
    </div>
  )
}
