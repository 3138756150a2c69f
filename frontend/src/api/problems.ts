import { i18n } from '@lingui/core'
import { msg } from '@lingui/core/macro'

/** An error that is data: the server says it in the person's own language. */
export type Problem = { field: string; code: string; message: string }

export const NO_NETWORK = 'NO_NETWORK'

export function noNetwork(): Problem {
  return {
    field: '',
    code: NO_NETWORK,
    message: i18n._(msg`There is no network. Nothing is lost: try again in a moment.`),
  }
}

export function unexpected(): Problem {
  return {
    field: '',
    code: 'INTERNAL',
    message: i18n._(msg`Something went wrong on our side. Nothing was changed. Please try again.`),
  }
}

/** The message for one field, for `<Field error={…}>`; the empty name asks for what concerns the whole form. */
export function problemAt(problems: readonly Problem[], field: string): string | undefined {
  return problems.find(problem => problem.field === field)?.message
}
