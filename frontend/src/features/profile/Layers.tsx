import { useLingui } from '@lingui/react/macro'
import { Chip, Chips } from '@/design/Chips'
import type { Shown, Skills } from './skills'

type LayersProps = {
  layers: Skills['layers']
  held: readonly number[]
  shown: Shown
  onSwitch: (at: number) => void
}

/** By whose word a skill stands; each can be switched off and on. */
export function Layers({ layers, held, shown, onSwitch }: LayersProps) {
  const { t } = useLingui()
  return (
    <div className="skill-layers">
      <Chips label={t`Show`}>
        {layers.map(({ code, label }, at) => (
          <Chip key={code} pressed={shown[at] ?? false} onPress={() => onSwitch(at)}>
            <svg className="skill-key" viewBox="0 0 12 12" aria-hidden="true">
              <rect className={`skill-part skill-part-${at}`} width="12" height="12" />
            </svg>
            {label} ({held[at]})
          </Chip>
        ))}
      </Chips>
    </div>
  )
}
