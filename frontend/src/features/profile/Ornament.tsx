import { Plural } from '@lingui/react/macro'
import { only, type Shown, type Skills, sum } from './skills'

/** How many skills in all, in a rosette of arcs: an ornament, which says nothing that is not written beside it. */
export function Ornament({ map, shown }: { map: Skills; shown: Shown }) {
  const all = sum(map.areas.map(({ counts }) => sum(only(counts, shown))))
  const filled = map.areas.filter(({ counts }) => sum(only(counts, shown)) > 0).length
  return (
    <div className="skill-total">
      <svg viewBox="0 0 120 120" aria-hidden="true">
        {Array.from({ length: 12 }, (_, at) => (
          <path
            // biome-ignore lint/suspicious/noArrayIndexKey: the petals are all alike.
            key={at}
            className={at < filled ? 'skill-petal skill-petal-on' : 'skill-petal'}
            d="M60 8a52 52 0 0 1 24 5.9l-8 17.2a33 33 0 0 0-16-4.1z"
            transform={`rotate(${at * 30} 60 60)`}
          />
        ))}
      </svg>
      <p>
        <strong>{all}</strong>
        <span className="quiet">
          <Plural value={all} one="skill" other="skills" />
        </span>
      </p>
    </div>
  )
}
