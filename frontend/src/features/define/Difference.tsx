import { Trans, useLingui } from '@lingui/react/macro'
import { ArrowRight } from 'lucide-react'
import type { Speech } from './merging'

type Change = {
  part: string
  label: string
  language: string
  /** Texts; the first sign says that it stays (=), goes (-) or comes (+). */
  pieces: readonly string[]
  /** Where the picture was and is; empty for other parts. */
  pictures: readonly string[]
}

/** What differs, part by part and word by word: struck out what goes, underlined what comes. */
export function Difference({ changes }: { changes: readonly Change[] }) {
  const { t } = useLingui()
  const names: Record<Speech, string> = { pl: t`Polish`, en: t`English`, uk: t`Ukrainian` }
  if (changes.length === 0)
    return (
      <p>
        <Trans>They say the same.</Trans>
      </p>
    )
  return (
    <dl className="define-difference">
      {changes.map(change => (
        <div key={`${change.part} ${change.language}`}>
          <dt>
            {change.label}
            {change.language && ` · ${names[change.language as Speech]}`}
          </dt>
          <dd lang={change.language || undefined}>
            {change.pictures.length > 0 && <Pictures paths={change.pictures} />}
            {change.pieces.map((piece, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text never change their places.
              <Piece key={at} mark={piece[0]} text={piece.slice(1)} />
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Pictures({ paths: [before, after] }: { paths: readonly string[] }) {
  const { t } = useLingui()
  return (
    <span className="define-pictures">
      {before && <img src={before} alt={t`Before`} width={96} height={96} />}
      {before && after && <ArrowRight aria-hidden="true" />}
      {after && <img src={after} alt={t`After`} width={96} height={96} />}
    </span>
  )
}

function Piece({ mark, text }: { mark: string | undefined; text: string }) {
  if (mark === '-') return <del>{text}</del>
  return mark === '+' ? <ins>{text}</ins> : text
}
