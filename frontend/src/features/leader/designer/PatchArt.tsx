import { colourOf, type Palette, type Shape } from './design'

type PatchArtProps = { shape: Shape; palette: Palette; symbol?: string | undefined; label?: string }

/** The badge as the server will draw it: the same paths in the same places and colours. */
export function PatchArt({ shape, palette, symbol, label }: PatchArtProps) {
  const { layers, symbolX, symbolY, symbolScale } = shape
  return (
    <svg viewBox="0 0 512 512" fillRule="evenodd" role="img" aria-label={label ?? ''} aria-hidden={!label}>
      {layers.map((layer, index) => (
        <path
          // biome-ignore lint/suspicious/noArrayIndexKey: the layers of a shape never change their places.
          key={index}
          d={layer.path}
          fill={colourOf(palette, layer.colour)}
          opacity={layer.opacity}
        />
      ))}
      {symbol && (
        <path
          d={symbol}
          fill={palette.ink}
          transform={`translate(${symbolX} ${symbolY})scale(${symbolScale})`}
        />
      )}
    </svg>
  )
}
