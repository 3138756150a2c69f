import { Trans, useLingui } from '@lingui/react/macro'
import { Camera } from 'lucide-react'
import { useId, useState } from 'react'
import { classNames } from '@/design/classNames'
import { scaledPhoto } from '@/design/photo'
import { useToast } from '@/design/Toast'

/** Opens the camera straight from the bar; the photo comes back scaled and without its metadata. */
export function CameraButton({ quiet, onPhoto }: { quiet: boolean; onPhoto: (photo: Blob) => void }) {
  const { t } = useLingui()
  const say = useToast()
  const id = useId()
  const [busy, setBusy] = useState(false)

  async function take(file: File | undefined): Promise<void> {
    if (!file) return
    setBusy(true)
    try {
      onPhoto(await scaledPhoto(file))
    } catch {
      say({ text: t`This file could not be read as a photo. Try another one.` })
    } finally {
      setBusy(false)
    }
  }

  return (
    <label
      className={classNames('button', quiet && 'button-quiet')}
      htmlFor={id}
      aria-busy={busy || undefined}
    >
      <Camera aria-hidden="true" size={20} />
      <Trans>Take a photo</Trans>
      <input
        id={id}
        className="hidden-visually"
        type="file"
        accept="image/*"
        capture="environment"
        onChange={event => {
          void take(event.target.files?.[0])
          // The same file chosen again must count as a new choice.
          event.target.value = ''
        }}
      />
    </label>
  )
}
