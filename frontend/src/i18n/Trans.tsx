import { Trans as LinguiTrans, type TransProps } from '@lingui/react'
import { createElement, Fragment } from 'react'

/**
 * `Trans` of Lingui for which a value is text, whatever stands in it (TX-01).
 *
 * Lingui puts values into the sentence first and looks for its elements, `<0>…</0>`, afterwards: a club called
 * `<b>Chess</b>` would lose its brackets. A value that is an element is put in last.
 */
export function Trans({ values, ...props }: TransProps) {
  return <LinguiTrans {...props} {...(values && { values: asText(values) })} />
}

function asText(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && value.includes('<') ? createElement(Fragment, null, value) : value,
    ]),
  )
}
