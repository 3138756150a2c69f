import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { QuestStep } from '@/design/QuestPath'
import { stepAddress } from '../home/home'
import type { Quest } from './quest'
import { designState } from './states'

type Node = Quest['sections'][number]['steps'][number]

/** The steps of a section as the map and the list draw them. */
export function questSteps(nodes: readonly Node[], quest: Quest): QuestStep[] {
  return nodes.map(node => {
    const word = wordOf(node)
    return {
      id: node.id,
      title: node.title,
      state: designState(node.state, node.id === quest.nextStepId),
      to: stepAddress(quest.enrollmentId, node.id),
      badge: node.badge !== null || node.kind === 'choice' || node.milestone,
      ...(word === null ? {} : { word }),
    }
  })
}

/** Where the usual word of a state would say less than is known; null keeps it. */
function wordOf(node: Node): ReactNode {
  switch (node.state) {
    case 'topic_proposed':
      return <Trans>topic sent, waiting for your teacher</Trans>
    case 'topic_agreed':
      return <Trans>topic agreed – go ahead</Trans>
    case 'chosen':
      return node.chosenTitle ? <Trans>chosen: {node.chosenTitle}</Trans> : null
    case 'done':
      if (node.badge && node.chosenTitle) return <Trans>badge earned: {node.chosenTitle}</Trans>
      return node.badge ? <Trans>badge earned</Trans> : null
    case 'open':
      return node.required ? null : <Trans>extra, if you like</Trans>
    default:
      return null
  }
}
