import { Trans, useLingui } from '@lingui/react/macro'
import { CELL_WORDS, CELLS, cellShape } from './cells'

/** What the shapes say, in words. */
export function Legend() {
  const { i18n } = useLingui()
  return (
    <details className="legend">
      <summary>
        <Trans>What the shapes mean</Trans>
      </summary>
      <ul>
        {CELLS.map(cell => (
          <li key={cell}>
            <i className={cellShape(cell)} aria-hidden="true" />
            {i18n._(CELL_WORDS[cell])}
          </li>
        ))}
      </ul>
    </details>
  )
}
