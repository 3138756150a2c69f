import { Trans } from '@lingui/react/macro'
import { State } from '@/design/State'
import { clock, fullDay } from '@/i18n/dates'
import type { Round } from './offer'

/** How far an act of offering has come, in a shape and a word. */
export function Stage({ round }: { round: Round }) {
  switch (round.stage) {
    case 'undoable':
      return (
        <State state="current">
          <Trans>leaves at {clock(round.undoUntil)}</Trans>
        </State>
      )
    case 'planned':
      return (
        <State state="open">
          <Trans>
            planned for {fullDay(round.sendAt)}, {clock(round.sendAt)}
          </Trans>
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
