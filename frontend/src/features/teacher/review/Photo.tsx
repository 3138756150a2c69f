import { Trans, useLingui } from '@lingui/react/macro'
import { X, ZoomIn, ZoomOut } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { IconButton } from '@/design/IconButton'

type PhotoProps = { address: string; alt: string; note: string }

/** A photo that fits the column; a tap opens it large, a second one shows it pixel by pixel. */
export function Photo({ address, alt, note }: PhotoProps) {
  const { t } = useLingui()
  const [large, setLarge] = useState(false)
  return (
    <figure className="stack stack-tight">
      <button
        type="button"
        className="photo"
        onClick={() => setLarge(true)}
        aria-label={t`${alt}: see it large`}
      >
        <img src={address} alt={alt} decoding="async" />
        <span className="photo-zoom" aria-hidden="true">
          <ZoomIn size={20} />
        </span>
      </button>
      {note && <figcaption className="written">{note}</figcaption>}
      {large && <LargePhoto address={address} alt={alt} onClose={() => setLarge(false)} />}
    </figure>
  )
}

function LargePhoto({ address, alt, onClose }: { address: string; alt: string; onClose: () => void }) {
  const { t } = useLingui()
  const dialog = useRef<HTMLDialogElement>(null)
  const [whole, setWhole] = useState(true)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className="large-photo" aria-label={alt} onClose={onClose}>
      <div className="row large-photo-bar">
        <IconButton
          icon={whole ? ZoomIn : ZoomOut}
          label={whole ? t`Enlarge` : t`Fit to the screen`}
          onClick={() => setWhole(!whole)}
        />
        <span className="grow quiet">
          {whole ? <Trans>The whole photo</Trans> : <Trans>Full size: move it with a finger or arrows</Trans>}
        </span>
        <IconButton icon={X} label={t`Close`} onClick={() => dialog.current?.close()} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section className={whole ? 'large-photo-whole' : 'large-photo-full'} tabIndex={0} aria-label={alt}>
        <img src={address} alt={alt} />
      </section>
    </dialog>
  )
}
