import { Trans } from '@lingui/react/macro'
import { Card } from '@/design/Card'
import type { StepInFull } from './step'

/** "Not yet" with one concrete hint, before anything else on the screen. */
export function Hint({ step }: { step: StepInFull }) {
  const { submission } = step
  if (!submission?.hint) return null
  return (
    <Card tone="attention" as="section">
      <h2>
        <Trans>Not yet – one more thing</Trans>
      </h2>
      <p className="written">{submission.hint}</p>
      <p className="quiet">
        {submission.hintFrom && (
          <>
            <Trans>Hint from: {submission.hintFrom}</Trans>{' '}
          </>
        )}
        <Trans>Improve it and hand it in again, as often as you like.</Trans>
      </p>
    </Card>
  )
}
