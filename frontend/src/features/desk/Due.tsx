import { Trans } from '@lingui/react/macro'
import { State } from '@/design/State'
import { clock, daysAgo } from '@/i18n/dates'
import { deadlineOf } from './deadline'

const LOOKS = { late: 'attention', soon: 'review', later: 'open' } as const

/** Until when somebody promised to have looked at it. */
export function Due({ at }: { at: string }) {
  const standing = deadlineOf(at, new Date())
  const moment = `${daysAgo(at)}, ${clock(at)}`
  return (
    <State state={LOOKS[standing]}>
      {standing === 'late' ? <Trans>overdue: {moment}</Trans> : <Trans>deadline: {moment}</Trans>}
    </State>
  )
}
