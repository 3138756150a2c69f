import { Trans, useLingui } from '@lingui/react/macro'
import { Card } from '@/design/Card'
import { ProgressBar } from '@/design/ProgressStrip'
import { State } from '@/design/State'
import { designState } from '../paths/states'
import { type Home, stepAddress } from './home'

/** The one next step over all paths; the whole card leads to it. */
export function NextCard({ home }: { home: Home }) {
  const { t } = useLingui()
  const { next, paths } = home
  if (!next) {
    if (paths.length === 0) return null
    return (
      <Card tone="sunken" to="/paths">
        <h2>
          <Trans>All steps are behind you</Trans>
        </h2>
        <p className="quiet">
          <Trans>You can look back at your paths whenever you like.</Trans>
        </p>
      </Card>
    )
  }
  const path = paths.find(({ enrollmentId }) => enrollmentId === next.enrollmentId)
  const state = designState(next.state, true)
  return (
    <Card tone="next" to={stepAddress(next.enrollmentId, next.stepId)}>
      <p className="next-word">
        <Trans>Next</Trans>
      </p>
      <h2>{next.stepTitle}</h2>
      <p>{next.line}</p>
      {(state === 'review' || state === 'attention') && (
        <div>
          <State state={state} />
        </div>
      )}
      <p className="quiet">{next.pathTitle}</p>
      {path && (
        <ProgressBar done={path.done} of={path.of} label={t`Steps done: ${path.done} of ${path.of}`} />
      )}
    </Card>
  )
}
