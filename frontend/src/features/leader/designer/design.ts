import type { ResultOf } from '@/api/graphql'
import type { DesignerChoices } from './documents'

export type Offered = NonNullable<ResultOf<typeof DesignerChoices>['badgeDesigner']>
export type Shape = Offered['shapes'][number]
export type Palette = Offered['palettes'][number]
export type Look = { shape: string; palette: string; symbol: string }
export type Design = Look & { name: string; criterion: string; nominationsNeeded: number | null }

type Named = readonly { code: string }[]
type Choices = { shapes: Named; palettes: Named; symbols: Named }

/** Longest name, and longest criterion, as the server counts them. */
export const NAME_LIMIT = 80
export const CRITERION_LIMIT = 300

/** A look by chance, each part another one than before wherever there is a choice. */
export function shuffled(offered: Choices, before: Look | null, random: () => number = Math.random): Look {
  const pick = (choices: Named, former: string | undefined): string => {
    const others = choices.filter(({ code }) => code !== former)
    const from = others.length > 0 ? others : choices
    return from[Math.floor(random() * from.length)]?.code ?? ''
  }
  return {
    shape: pick(offered.shapes, before?.shape),
    palette: pick(offered.palettes, before?.palette),
    symbol: pick(offered.symbols, before?.symbol),
  }
}

/** An example to start from: its words and what it is drawn with; the shape stays as it was chosen. */
export function fromExample(design: Design, example: Offered['examples'][number]): Design {
  const { name, criterion, symbol, palette } = example
  return { ...design, name, criterion, symbol, palette }
}

/** The colour of one part of the patch; a palette without it leaves the part out. */
export function colourOf(palette: Palette, part: string): string {
  const colours: Record<string, string> = {
    rim: palette.rim,
    field: palette.field,
    ink: palette.ink,
    paper: palette.paper,
  }
  return colours[part] ?? 'none'
}
