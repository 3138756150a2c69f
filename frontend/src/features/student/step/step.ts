import type { ResultOf } from '@/api/graphql'
import type { Step } from './documents'

export type StepInFull = NonNullable<ResultOf<typeof Step>['step']>
export type Submission = NonNullable<StepInFull['submission']>
export type Piece = Submission['evidence'][number]

export const EVIDENCE_KINDS = ['photo', 'text', 'link', 'pdf', 'audio'] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

/** What the student can do on the step now. */
export type Phase = 'done' | 'locked' | 'claim' | 'confirm' | 'choose' | 'topic' | 'topicWaits' | 'work'

export function phaseOf(step: StepInFull): Phase {
  const { state, kind } = step.node
  if (state === 'done' || state === 'locked') return state
  if (step.verifiedBy === 'auto') return kind === 'credential' ? 'claim' : 'confirm'
  if (step.choices.length > 0 && !step.choices.some(({ chosen }) => chosen)) return 'choose'
  if (state === 'topic_proposed') return 'topicWaits'
  return step.needsTopic && !step.submission?.topic ? 'topic' : 'work'
}

/** A choice or a topic may be changed until the teacher agrees to it or work is handed in. */
export const mayChange = ({ node }: StepInFull) =>
  ['open', 'chosen', 'topic_proposed', 'not_yet'].includes(node.state)

/** The kinds of evidence that this step takes, in the order of the sheet. */
export const kindsOf = (step: StepInFull) => EVIDENCE_KINDS.filter(kind => step.evidenceKinds.includes(kind))
