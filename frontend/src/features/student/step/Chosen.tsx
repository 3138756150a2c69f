import { Trans } from '@lingui/react/macro'
import { Button } from '@/design/Button'
import { mayChange, type StepInFull } from './step'

/** What the student picked for this step, with the way to change it while that is still possible. */
export function Chosen({ step, onChange }: { step: StepInFull; onChange: () => void }) {
  const option = step.choices.find(({ chosen }) => chosen)
  if (!option) return null
  return (
    <div className="list-row">
      <img src={option.achievement.art.svgUrl} alt="" width={56} height={56} />
      <p className="grow">
        <span className="quiet block">
          <Trans>Your choice</Trans>
        </span>
        <strong>{option.achievement.name}</strong>
      </p>
      {mayChange(step) && (
        <Button look="plain" onClick={onChange}>
          <Trans>Change</Trans>
        </Button>
      )}
    </div>
  )
}
