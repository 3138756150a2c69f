import { Trans } from '@lingui/react/macro'
import { useRead } from '@/api/useRead'
import { State } from '@/design/State'
import { StudentHome } from '../home/documents'
import { designState } from '../paths/states'
import type { StepInFull } from './step'

/** How the step stands, in shape and words; only one step of all is "the next one". */
export function StepState({ node }: { node: StepInFull['node'] }) {
  const { data } = useRead(StudentHome)
  const state = designState(node.state, data?.studentHome.next?.stepId === node.id)
  switch (node.state) {
    case 'topic_proposed':
      return (
        <State state={state}>
          <Trans>topic sent, waiting for your teacher</Trans>
        </State>
      )
    case 'topic_agreed':
      return (
        <State state={state}>
          <Trans>topic agreed – go ahead</Trans>
        </State>
      )
    default:
      return <State state={state} />
  }
}
