const short = (value: number) => Math.round(value * 100) / 100

/**
 * Outline of a pleated rosette as an SVG path: `count` rounded pleats between an outer and an inner radius.
 * Quadratic curves whose control points stand on the outer circle give soft cloth, not saw teeth.
 */
export function pleats(x: number, y: number, outer: number, inner: number, count: number): string {
  const at = (radius: number, part: number) => {
    const angle = (part / count) * 2 * Math.PI - Math.PI / 2
    return `${short(x + radius * Math.cos(angle))} ${short(y + radius * Math.sin(angle))}`
  }
  const control = outer + (outer - inner) * 0.6
  let path = `M${at(inner, 0)}`
  for (let pleat = 0; pleat < count; pleat++) path += `Q${at(control, pleat + 0.5)} ${at(inner, pleat + 1)}`
  return `${path}Z`
}
