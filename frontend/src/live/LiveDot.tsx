import { Trans } from '@lingui/react/macro'
import { useLive } from './LiveProvider'

/** "live" with a full dot, "connecting" with a ring. */
export function LiveDot() {
  const connected = useLive()
  return (
    <span className={connected ? 'live' : 'live live-waiting'}>
      {connected ? <Trans>live</Trans> : <Trans>connecting</Trans>}
    </span>
  )
}
