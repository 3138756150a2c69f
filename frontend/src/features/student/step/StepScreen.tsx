import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { Choosing } from './Choosing'
import { Claiming } from './Claiming'
import { Confirming } from './Confirming'
import { Done } from './Done'
import { Locked } from './Locked'
import type { Results } from './Questions'
import { phaseOf } from './step'
import { ProposingTopic, TopicWaiting } from './Topic'
import { useStep } from './useStep'
import { Working } from './Working'
import './step.css'

const PHASES = {
  done: Done,
  locked: Locked,
  claim: Claiming,
  confirm: Confirming,
  choose: Choosing,
  topic: ProposingTopic,
  topicWaits: TopicWaiting,
  work: Working,
}

/** One step: the task, why, how good work looks, who sees it, and the one thing to do now. */
export default function StepScreen({ enrollmentId, stepId }: { enrollmentId: string; stepId: string }) {
  const { t } = useLingui()
  const { step, loading, failed, missing, reload, show } = useStep(enrollmentId, stepId)
  const [results, explain] = useState<Results>([])
  if (step) {
    const Phase = PHASES[phaseOf(step)]
    return <Phase {...{ step, show, results, explain }} />
  }
  return (
    <Screen title={t`Step`} back={`/paths/${enrollmentId}`}>
      {loading && <Skeleton rows={4} />}
      {(failed || missing) && (
        <ErrorState title={<Trans>This step could not be read</Trans>} onRetry={reload}>
          <Trans>It may have changed, or there is no network. Your work is safe.</Trans>
        </ErrorState>
      )}
    </Screen>
  )
}
