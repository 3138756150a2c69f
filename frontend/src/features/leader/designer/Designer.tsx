import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Dices } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/design/Button'
import { Field, FieldError } from '@/design/Field'
import { Screen } from '@/design/Screen'
import { type Design, NAME_LIMIT, type Offered, shuffled } from './design'
import { MoreWords } from './MoreWords'
import { PatchArt } from './PatchArt'
import { Pickers } from './Pickers'
import { useSaving } from './useSaving'

type DesignerProps = { groupId: string; offered: Offered; badge?: Design & { id: string } }

export function Designer({ groupId, offered, badge }: DesignerProps) {
  const { t } = useLingui()
  const [design, setDesign] = useState<Design>(() => {
    if (badge) return badge
    return { name: '', criterion: '', nominationsNeeded: null, ...shuffled(offered, null) }
  })
  const { save, saving, problemOf, problem } = useSaving(groupId, badge?.id)
  const shape = offered.shapes.find(({ code }) => code === design.shape) ?? offered.shapes[0]
  const palette = offered.palettes.find(({ code }) => code === design.palette) ?? offered.palettes[0]
  const symbol = offered.symbols.find(({ code }) => code === design.symbol) ?? offered.symbols[0]
  const set = (part: Partial<Design>) => setDesign({ ...design, ...part })
  const usedUp = !badge && offered.left === 0
  return (
    <Screen
      title={badge ? t`Change the badge` : t`New badge`}
      back={badge ? `/lead/${groupId}/badges/${badge.id}` : `/lead/${groupId}/badges`}
      action={
        <>
          <Button look="quiet" onClick={() => set(shuffled(offered, design))}>
            <Dices aria-hidden="true" size={20} />
            <Trans>Shuffle</Trans>
          </Button>
          <Button type="submit" form="design" busy={saving} disabled={usedUp}>
            {badge ? <Trans>Save</Trans> : <Trans>Make the badge</Trans>}
          </Button>
        </>
      }
      wide
    >
      <form
        id="design"
        className="designer"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          void save(design)
        }}
      >
        <div className="designer-stage">
          {shape && palette && (
            <PatchArt
              shape={shape}
              palette={palette}
              symbol={symbol?.path}
              label={[shape.label, palette.label, symbol?.label].join(', ')}
            />
          )}
          <p className={design.name ? 'designer-name' : 'designer-name quiet'}>
            {design.name || t`Its name`}
          </p>
        </div>
        <div className="designer-fields">
          <FieldError message={problem} />
          <Field
            label={t`Name`}
            hint={t`What do people here value? “Knot master”, “Best question”.`}
            value={design.name}
            maxLength={NAME_LIMIT}
            autoComplete="off"
            error={problemOf('name')}
            onChange={event => set({ name: event.target.value })}
          />
          {offered.left != null && !badge && (
            <p className="quiet">
              {usedUp ? (
                <Trans>
                  This week’s badges are used up. When somebody vouches for the club, there is no limit.
                </Trans>
              ) : (
                <Plural
                  value={offered.left}
                  one="You can make # more badge this week."
                  other="You can make # more badges this week."
                />
              )}
            </p>
          )}
          {palette && <Pickers offered={offered} look={design} palette={palette} onChange={set} />}
          <MoreWords
            offered={offered}
            design={design}
            problem={problemOf('criterion')}
            isNew={!badge}
            onChange={setDesign}
          />
        </div>
      </form>
    </Screen>
  )
}
