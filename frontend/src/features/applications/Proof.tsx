import { Trans, useLingui } from '@lingui/react/macro'
import { FileText } from 'lucide-react'
import type { Application } from './application'

/** One piece of what was handed in. */
export function Proof({ piece, number }: { piece: Application['evidence'][number]; number: number }) {
  const { t } = useLingui()
  if (piece.purged)
    return (
      <p className="quiet">
        <Trans>This piece has been deleted: its time was over.</Trans>
      </p>
    )
  switch (piece.kind) {
    case 'photo':
      return (
        <img className="photo-preview" src={piece.mediaUrl} alt={t`Work, piece ${number}`} loading="lazy" />
      )
    case 'audio':
      return (
        // biome-ignore lint/a11y/useMediaCaption: a learner's own recording has no captions.
        <audio controls preload="none" src={piece.mediaUrl} aria-label={t`Recording ${number}`} />
      )
    case 'pdf': {
      const kilobytes = Math.max(1, Math.round(piece.size / 1024))
      return (
        <a className="with-icon" href={piece.mediaUrl} target="_blank" rel="noreferrer">
          <FileText aria-hidden="true" size={20} />
          <Trans>PDF, {kilobytes} KB</Trans>
        </a>
      )
    }
    case 'link':
      return (
        <a className="written" href={piece.url} target="_blank" rel="noreferrer noopener">
          {piece.url}
        </a>
      )
    default:
      return <p className="written">{piece.text}</p>
  }
}
