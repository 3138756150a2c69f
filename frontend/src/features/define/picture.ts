import type { Description } from './merging'

type Art = Partial<Description['art']>

/** The version of the drawing, as it stands in the names of pictures. */
const DRAWING = 1

/** What a picture is put together from before somebody chooses. */
export const DESIGNED = { shape: 'rosette', palette: 'indigo', symbol: 'star', ribbon: 'none' }

/** Where the picture is drawn for those who describe badges. */
export function drawingOf(kind: string, art: Art): string {
  const { shape, palette, symbol, ribbon, picture } = art
  const key = picture ? `p.${picture}` : `${DRAWING}.${kind}.${shape}.${palette}.${symbol}.${ribbon}`
  return `/achievements/drawings/${key}.svg`
}
