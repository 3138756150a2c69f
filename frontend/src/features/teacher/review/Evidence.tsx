import { Trans, useLingui } from '@lingui/react/macro'
import { ExternalLink, FileText } from 'lucide-react'
import { Photo } from './Photo'
import type { Evidence as EvidencePiece, Piece } from './piece'

/** Everything the student handed in, in their order. */
export function Evidence({ piece }: { piece: Piece }) {
  return (
    <div className="stack">
      {piece.topic && (
        <section>
          <h3>
            <Trans>Topic</Trans>
          </h3>
          <p className="written">{piece.topic}</p>
        </section>
      )}
      {piece.evidence.map((one, place) => (
        <OnePiece key={one.id} one={one} number={place + 1} name={piece.studentName} />
      ))}
      {piece.reflection && (
        <section>
          <h3>
            <Trans>Reflection</Trans>
          </h3>
          <p className="written">{piece.reflection}</p>
        </section>
      )}
    </div>
  )
}

function OnePiece({ one, number, name }: { one: EvidencePiece; number: number; name: string }) {
  const { t } = useLingui()
  if (one.purged)
    return (
      <p className="quiet">
        <Trans>This piece has been deleted, because its time was over.</Trans>
      </p>
    )
  switch (one.kind) {
    case 'photo':
      return <Photo address={one.mediaUrl} alt={t`Photo ${number} by ${name}`} note={one.text} />
    case 'audio':
      return (
        <figure className="stack stack-tight">
          {/* biome-ignore lint/a11y/useMediaCaption: a student's own recording has no captions. */}
          <audio
            controls
            preload="metadata"
            src={one.mediaUrl}
            aria-label={t`Recording ${number} by ${name}`}
          />
          {one.text && <figcaption>{one.text}</figcaption>}
        </figure>
      )
    case 'pdf':
      return (
        <p>
          <a className="button button-quiet" href={one.mediaUrl} target="_blank" rel="noreferrer">
            <FileText aria-hidden="true" size={20} />
            <Trans>Open the PDF ({kilobytes(one.size)} KB)</Trans>
          </a>
          {one.text && <span className="written">{one.text}</span>}
        </p>
      )
    case 'link':
      return (
        <p className="written">
          {one.text && <span className="block">{one.text}</span>}
          <a href={one.url} target="_blank" rel="noreferrer noopener">
            {one.url} <ExternalLink aria-hidden="true" size={16} className="inline-icon" />
          </a>
        </p>
      )
    default:
      return <p className="written">{one.text}</p>
  }
}

const kilobytes = (bytes: number) => Math.max(1, Math.round(bytes / 1024))
