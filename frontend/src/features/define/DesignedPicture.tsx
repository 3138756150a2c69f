import { useLingui } from '@lingui/react/macro'
import { Segmented } from '@/design/Choice'
import { PickerRow } from '@/design/PickerRow'
import { useEditor } from './EditorContext'
import { DESIGNED, drawingOf } from './picture'

/**
 * The picture of a formal badge, put together here. Its shapes are not those of clubs, and the border of pearls of a
 * microcredential is drawn by the server alone, so neither can be taken for the other.
 */
export function DesignedPicture() {
  const { t } = useLingui()
  const { writing, choices } = useEditor()
  const { art } = writing.description
  // Nothing is chosen yet while a file is the picture.
  const look = {
    shape: art.shape ?? '',
    palette: art.palette ?? '',
    symbol: art.symbol ?? '',
    ribbon: art.ribbon ?? '',
  }
  const base = art.picture ? DESIGNED : look
  const drawn = (shape: string) => drawingOf(writing.draft.kind, { ...base, shape, ribbon: 'none' })
  const choose = (part: Partial<typeof DESIGNED>) => writing.write('art', { ...base, ...part })
  return (
    <>
      <PickerRow
        legend={t`Shape`}
        options={choices.shapes}
        value={look.shape}
        onChange={code => choose({ shape: code })}
        draw={code => <img src={drawn(code)} alt="" loading="lazy" />}
      />
      <PickerRow
        legend={t`Colours`}
        options={choices.palettes}
        value={look.palette}
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
        value={look.symbol}
        onChange={code => choose({ symbol: code })}
        draw={code => (
          <svg viewBox="0 0 256 256" fillRule="evenodd" fill="currentColor" aria-hidden="true">
            <path d={choices.symbols.find(found => found.code === code)?.path} />
          </svg>
        )}
      />
      <Segmented
        legend={t`Ribbon`}
        value={look.ribbon}
        onChange={code => choose({ ribbon: code })}
        options={choices.ribbons.map(({ code, label }) => ({ value: code, label }))}
      />
    </>
  )
}
