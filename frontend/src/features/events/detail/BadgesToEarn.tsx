import { Trans } from '@lingui/react/macro'
import type { EventInFull } from '../event'

/** What being there leads to, said before: a badge informs, it never bribes. */
export function BadgesToEarn({ badges }: { badges: EventInFull['badges'] }) {
  if (badges.length === 0) return null
  return (
    <section className="stack stack-tight" aria-labelledby="badges-to-earn">
      <h2 id="badges-to-earn">
        <Trans>A badge for being there</Trans>
      </h2>
      {badges.map(({ achievement, line }) => (
        <div className="card event-badge" key={achievement.id}>
          <img src={achievement.art.svgUrl} alt="" width={72} height={72} />
          <p>
            <strong>{achievement.name}</strong>
            <span className="quiet block">{line}</span>
          </p>
        </div>
      ))}
    </section>
  )
}
