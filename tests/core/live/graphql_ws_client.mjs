// The npm package graphql-ws, as another client would use it: prints what it hears, one JSON line each.
// node graphql_ws_client.mjs URL COOKIE ORIGIN PATH_OF_PACKAGE
import { pathToFileURL } from 'node:url'

const [url, cookie, origin, place] = process.argv.slice(2)
const { createClient } = await import(pathToFileURL(place))

class SignedInSocket extends WebSocket {
  constructor(address, protocols) {
    super(address, { protocols, headers: { Cookie: cookie, Origin: origin } })
  }
}

const say = (message) => process.stdout.write(`${JSON.stringify(message)}\n`)
const client = createClient({
  url,
  webSocketImpl: SignedInSocket,
  lazy: false,
  retryAttempts: 20,
  // Node reports a connection that was cut off as an error event, which the package would not retry by itself.
  shouldRetry: () => true,
  retryWait: () => new Promise((resolve) => setTimeout(resolve, 100)),
  on: {
    connected: () => say({ connected: true }),
    closed: (event) => say({ closed: event.code }),
  },
})

try {
  for await (const heard of client.iterate({ query: 'subscription Live { live { fact about } }' })) {
    say(heard.data.live)
  }
} catch (error) {
  say({ over: error.code ?? String(error) })
  process.exit(0)
}
