import type { CombinedError } from '@urql/core'

/** The request never reached the server, or its answer never came back. */
export const isNoNetwork = (error: CombinedError | undefined) =>
  Boolean(error?.networkError && error.response === undefined)

/** The session ended on the server. */
export const isSignedOut = (error: CombinedError) =>
  error.response?.status === 401 ||
  error.graphQLErrors.some(({ extensions }) => extensions['code'] === 'UNAUTHENTICATED')

const PASSING = ['INTERNAL', 'RATE_LIMITED']

/** Likely to be gone at the next try: no network, a server that is busy or stumbled. It says nothing about the data. */
export const isPassing = (error: CombinedError | undefined) =>
  isNoNetwork(error) ||
  Number(error?.response?.status) >= 500 ||
  Boolean(error?.graphQLErrors.some(({ extensions }) => PASSING.includes(String(extensions['code']))))
