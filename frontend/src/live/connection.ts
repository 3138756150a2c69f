import { createClient, type Client as SocketClient } from 'graphql-ws'
import type { Envelope } from './facts'
import { backoff } from './spread'

const LIVE = 'subscription Live { live { fact about scope at } }'
// 4403 says that a membership ended: connect again, hear less, and ask for the screen afresh.
const SIGNED_OUT = [4401]

export type LiveHandlers = {
  onEnvelope: (envelope: Envelope) => void
  /** Connected again after a break: something may have been missed. */
  onBack: () => void
  onState: (connected: boolean) => void
  onSignedOut: () => void
}

const closeCode = (cause: unknown) => (cause as { code?: number } | null)?.code ?? 0

/** Listens until the returned function is called; comes back by itself after every break but the end of a session. */
export function listen(handlers: LiveHandlers, address: string = socketAddress()): () => void {
  let stopped = false
  let broken = false
  let failures = 0
  let timer = 0
  let client: SocketClient

  function connect(): void {
    client = createClient({
      url: address,
      lazy: false,
      keepAlive: 20_000,
      retryAttempts: Number.POSITIVE_INFINITY,
      retryWait: retries => new Promise(resolve => setTimeout(resolve, backoff(retries))),
      shouldRetry: cause => !SIGNED_OUT.includes(closeCode(cause)),
      on: {
        connected: () => {
          failures = 0
          handlers.onState(true)
          if (broken) handlers.onBack()
          broken = true
        },
        closed: () => handlers.onState(false),
      },
      onNonLazyError: () => {},
    })
    client.subscribe<{ live: Envelope }>({ query: LIVE }, { next, error, complete: again })
  }

  const next = ({ data }: { data?: { live: Envelope } | null }) => {
    if (data) handlers.onEnvelope(data.live)
  }
  const error = (cause: unknown) => (SIGNED_OUT.includes(closeCode(cause)) ? handlers.onSignedOut() : again())

  // The protocol's library gives up on codes it calls fatal (a server restarting badly sends one); a phone never does.
  function again(): void {
    if (stopped) return
    void client.dispose()
    timer = window.setTimeout(connect, backoff(failures++))
  }

  connect()
  return () => {
    stopped = true
    window.clearTimeout(timer)
    void client.dispose()
  }
}

function socketAddress(): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/ws/graphql/`
}
