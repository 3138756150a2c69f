import type { ResultOf } from '@/api/graphql'
import type { StepState } from '@/design/State'
import type { IssuerApplicationDocument, IssuerDeskDocument } from './documents'

export type Desk = NonNullable<ResultOf<typeof IssuerDeskDocument>['issuerDesk']>
export type Application = NonNullable<ResultOf<typeof IssuerApplicationDocument>['issuerApplication']>
export type Question = Application['questions'][number]
export type Answers = Record<string, { text: string; link: string }>

/** Shape and colour of a standing; the words stand beside it. */
export const LOOK_OF_TONE: Record<string, StepState> = {
  good: 'done',
  warning: 'attention',
  over: 'attention',
  quiet: 'open',
}

export const LOOK_OF_APPLICATION: Record<string, StepState> = {
  draft: 'current',
  sent: 'review',
  more_asked: 'attention',
  accepted: 'done',
  refused: 'attention',
  withdrawn: 'open',
}

/** Questions in the order of the form, by the group they belong to. */
export function byGroup(questions: readonly Question[]): { label: string; questions: Question[] }[] {
  const groups: { label: string; questions: Question[] }[] = []
  for (const question of questions) {
    const last = groups.at(-1)
    if (last?.label === question.groupLabel) last.questions.push(question)
    else groups.push({ label: question.groupLabel, questions: [question] })
  }
  return groups
}

/** What was typed and differs from what is kept. */
export function changedAnswers(questions: readonly Question[], typed: Answers) {
  return questions.flatMap(({ code, answer, link }) => {
    const now = typed[code]
    return now && (now.text !== answer || now.link !== link)
      ? [{ code, text: now.text, link: now.link.trim() }]
      : []
  })
}
