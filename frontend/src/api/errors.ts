import type { CombinedError } from '@urql/core'

/** The request never reached the server, or its answer never came back. */
export const isNoNetwork = (error: CombinedError | undefined) =>
  Boolean(error?.networkError && error.response === undefined)

/** The session ended on the server. */
export const isSignedOut = (error: CombinedError) =>
  error.response?.status === 401 ||
  error.graphQLErrors.some(({ extensions }) => extensions['code'] === 'UNAUTHENTICATED')
