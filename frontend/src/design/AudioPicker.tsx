import { Trans, useLingui } from '@lingui/react/macro'
import { Mic, Trash2 } from 'lucide-react'
import { useEffect, useId, useMemo } from 'react'
import { Button } from './Button'
import { FieldError } from './Field'

type AudioPickerProps = {
  audio: File | null
  onChange: (audio: File | null) => void
  error?: string | undefined
}

/** The phone's own recorder, through the file field; on a laptop it opens the files. */
export function AudioPicker({ audio, onChange, error }: AudioPickerProps) {
  const id = useId()
  const { t } = useLingui()
  const address = useMemo(() => audio && URL.createObjectURL(audio), [audio])
  useEffect(() => () => void (address && URL.revokeObjectURL(address)), [address])
  return (
    <div className="field">
      {address && (
        // biome-ignore lint/a11y/useMediaCaption: it is what the person has just recorded.
        <audio controls src={address} aria-label={t`What you are about to send`} />
      )}
      <div className="row">
        <label className="button button-quiet" htmlFor={id}>
          <Mic aria-hidden="true" size={20} />
          {audio ? <Trans>Record again</Trans> : <Trans>Record a sound</Trans>}
          <input
            id={id}
            className="hidden-visually"
            type="file"
            accept="audio/*"
            capture="user"
            onChange={event => onChange(event.target.files?.[0] ?? null)}
          />
        </label>
        {audio && (
          <Button look="plain" onClick={() => onChange(null)}>
            <Trash2 aria-hidden="true" size={20} />
            <Trans>Remove</Trans>
          </Button>
        )}
      </div>
      <FieldError message={error} />
    </div>
  )
}
