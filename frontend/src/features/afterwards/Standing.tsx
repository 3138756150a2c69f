import { Trans } from '@lingui/react/macro'
import { State } from '@/design/State'

/** How a badge stands: never by colour alone. */
export function Standing({ state }: { state: string }) {
  switch (state) {
    case 'revoked':
      return (
        <State state="attention">
          <Trans>revoked</Trans>
        </State>
      )
    case 'expired':
      return (
        <State state="attention">
          <Trans>no longer valid</Trans>
        </State>
      )
    case 'replaced':
      return (
        <State state="open">
          <Trans>replaced by a newer one</Trans>
        </State>
      )
    case 'awarded':
      return (
        <State state="review">
          <Trans>will be signed soon</Trans>
        </State>
      )
    default:
      return (
        <State state="done">
          <Trans>valid</Trans>
        </State>
      )
  }
}
