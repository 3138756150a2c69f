import { Trans } from '@lingui/react/macro'
import { State } from '@/design/State'
import { outcomeOf, type Report } from './report'

/** What was decided, in a word. */
export function Outcome({ report }: { report: Report }) {
  return outcomeOf(report) === 'kept' ? (
    <State state="done">
      <Trans>it stays</Trans>
    </State>
  ) : (
    <State state="locked">
      <Trans>taken down</Trans>
    </State>
  )
}
