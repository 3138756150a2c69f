import { segments } from './skills'

/** A bar of parts, one a layer. The number stands beside it and again in the table, so it is not read aloud. */
export function Bar({ counts, most }: { counts: readonly number[]; most: number }) {
  return (
    <svg className="skill-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect className="skill-bar-ground" width="100" height="8" />
      {segments(counts, most).map(({ at, from, long }) => (
        <rect key={at} className={`skill-part skill-part-${at}`} x={from} width={long} height="8" />
      ))}
    </svg>
  )
}
