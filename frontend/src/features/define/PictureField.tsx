import { Trans, useLingui } from '@lingui/react/macro'
import { Segmented } from '@/design/Choice'
import { FieldError } from '@/design/Field'
import { PickerRow } from '@/design/PickerRow'
import { useEditor } from './EditorContext'

/** The version of the drawing, as it stands in the names of pictures. */
const DRAWING = 1

/**
 * The picture of a formal badge. Its shapes are not those of clubs, and the border of pearls of a microcredential is
 * drawn by the server alone, so neither can be taken for the other.
 */
export function PictureField() {
  const { t } = useLingui()
  const { writing, choices, language, problemOf } = useEditor()
  const { shape, palette, symbol, ribbon } = writing.description.art
  const { kind } = writing.draft
  const drawn = (look: Partial<typeof writing.description.art>) => {
    const part = { shape, palette, symbol, ribbon, ...look }
    return `/achievements/drawings/${DRAWING}.${kind}.${part.shape}.${part.palette}.${part.symbol}.${part.ribbon}.svg`
  }
  const choose = (look: Partial<typeof writing.description.art>) =>
    writing.write('art', { shape, palette, symbol, ribbon, ...look })
  return (
    <div className="stack">
      <div className="define-picture">
        <img src={drawn({})} alt={writing.description.artAlt[language] ?? ''} width={176} height={176} />
        <p className="quiet">
          {kind === 'microcredential' ? (
            <Trans>The border of pearls is the seal of a microcredential.</Trans>
          ) : (
            <Trans>A digital badge has a plain border and no seal.</Trans>
          )}
        </p>
      </div>
      <PickerRow
        legend={t`Shape`}
        options={choices.shapes}
        value={shape}
        onChange={code => choose({ shape: code })}
        draw={code => <img src={drawn({ shape: code, ribbon: 'none' })} alt="" loading="lazy" />}
      />
      <PickerRow
        legend={t`Colours`}
        options={choices.palettes}
        value={palette}
        onChange={code => choose({ palette: code })}
        draw={code => {
          const one = choices.palettes.find(found => found.code === code)
          return (
            <svg viewBox="0 0 64 64" aria-hidden="true">
              <circle cx="32" cy="32" r="30" fill={one?.rim} />
              <circle cx="32" cy="32" r="22" fill={one?.field} />
              <circle cx="32" cy="32" r="10" fill={one?.ink} />
            </svg>
          )
        }}
      />
      <PickerRow
        legend={t`Symbol`}
        options={choices.symbols}
        value={symbol}
        onChange={code => choose({ symbol: code })}
        draw={code => (
          <svg viewBox="0 0 256 256" fillRule="evenodd" fill="currentColor" aria-hidden="true">
            <path d={choices.symbols.find(found => found.code === code)?.path} />
          </svg>
        )}
      />
      <Segmented
        legend={t`Ribbon`}
        value={ribbon}
        onChange={code => choose({ ribbon: code })}
        options={choices.ribbons.map(({ code, label }) => ({ value: code, label }))}
      />
      <FieldError message={problemOf('art')} />
    </div>
  )
}
