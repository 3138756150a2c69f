import { useLingui } from '@lingui/react/macro'
import { PickerRow } from '@/design/PickerRow'
import type { Look, Offered, Palette } from './design'
import { PatchArt } from './PatchArt'

type PickersProps = {
  offered: Offered
  look: Look
  palette: Palette
  onChange: (part: Partial<Look>) => void
}

/** Shape, colours, symbol: three rows, each shown as it will look. */
export function Pickers({ offered, look, palette, onChange }: PickersProps) {
  const { t } = useLingui()
  return (
    <>
      <PickerRow
        legend={t`Shape`}
        options={offered.shapes}
        value={look.shape}
        onChange={shape => onChange({ shape })}
        draw={code => {
          const shape = offered.shapes.find(one => one.code === code)
          return shape && <PatchArt shape={shape} palette={palette} />
        }}
      />
      <PickerRow
        legend={t`Colours`}
        options={offered.palettes}
        value={look.palette}
        onChange={chosen => onChange({ palette: chosen })}
        draw={code => <Colours palette={offered.palettes.find(one => one.code === code)} />}
      />
      <PickerRow
        legend={t`Symbol`}
        options={offered.symbols}
        value={look.symbol}
        onChange={symbol => onChange({ symbol })}
        draw={code => (
          <svg viewBox="0 0 256 256" fillRule="evenodd" fill="currentColor" aria-hidden="true">
            <path d={offered.symbols.find(one => one.code === code)?.path} />
          </svg>
        )}
      />
    </>
  )
}

function Colours({ palette }: { palette: Palette | undefined }) {
  return (
    <svg viewBox="0 0 64 64" aria-hidden="true">
      <circle cx="32" cy="32" r="30" fill={palette?.rim} />
      <circle cx="32" cy="32" r="22" fill={palette?.field} />
      <circle cx="32" cy="32" r="10" fill={palette?.ink} />
    </svg>
  )
}
