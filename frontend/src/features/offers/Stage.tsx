import { Trans } from '@lingui/react/macro'
import { State } from '@/design/State'
import { clock, fullDay } from '@/i18n/dates'
import { leavesAtOnce, type Round } from './offer'

/** How far an act of offering has come, in a shape and a word. */
export function Stage({ round }: { round: Round }) {
  switch (round.stage) {
    case 'undoable':
      return (
        <State state="current">
          {leavesAtOnce(round) ? <Trans>leaves at {clock(round.sendAt)}</Trans> : <Planned round={round} />}
        </State>
      )
    case 'planned':
      return (
        <State state="open">
          <Planned round={round} />
        </State>
      )
    case 'to_print':
      return (
        <State state="current">
          <Trans>the slips wait to be printed</Trans>
        </State>
      )
    case 'sending':
      return (
        <State state="current">
          <Trans>letters are leaving</Trans>
        </State>
      )
    case 'open':
      return (
        <State state="open">
          <Trans>open until {fullDay(round.expiresAt)}</Trans>
        </State>
      )
    case 'undone':
      return (
        <State state="locked">
          <Trans>undone</Trans>
        </State>
      )
    default:
      return (
        <State state="done">
          <Trans>over</Trans>
        </State>
      )
  }
}

function Planned({ round }: { round: Round }) {
  return (
    <Trans>
      planned for {fullDay(round.sendAt)}, {clock(round.sendAt)}
    </Trans>
  )
}
