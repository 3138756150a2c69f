import { Plural, Trans } from '@lingui/react/macro'
import { Medal } from '@/design/Medal'
import { type Near, stepAddress } from './home'

/** Badges within reach, as outlines, with the way to each. */
export function NearBadges({ near }: { near: readonly Near[] }) {
  if (near.length === 0) return null
  return (
    <section className="stack" aria-labelledby="near-badges">
      <h2 id="near-badges">
        <Trans>Within reach</Trans>
      </h2>
      <div className="medals">
        {near.map(({ achievement, stepsLeft, enrollmentId, stepId }) => (
          <Medal
            key={stepId}
            art={achievement.art.outlineUrl}
            alt=""
            name={achievement.name}
            note={<Plural value={stepsLeft} one="# step" other="# steps" />}
            to={stepAddress(enrollmentId, stepId)}
          />
        ))}
      </div>
    </section>
  )
}
