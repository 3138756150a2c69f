import { useRef, useState } from 'react'
import { steadied } from './steady'

type SteadyRows<Row> = { rows: Row[]; waiting: number; show: () => void }

/**
 * Rows that keep their places while news arrives; what left stays as it was last seen until `show` is called.
 * @param fresh false while the rows are remembered ones: the first answer of the server may still order them anew
 */
export function useSteady<Row>(
  newest: readonly Row[],
  idOf: (row: Row) => string,
  fresh: boolean,
): SteadyRows<Row> {
  const [shown, setShown] = useState<readonly string[] | null>(null)
  const seen = useRef(new Map<string, Row>())
  const ids = newest.map(idOf)
  const { order, waiting } = steadied(shown, ids)
  for (const row of newest) seen.current.set(idOf(row), row)
  // The rows hold still from the server's first answer on; what is added at the end joins them.
  if (shown === null ? fresh : order.length !== shown.length) setShown(order)
  const rows = order.flatMap(id => seen.current.get(id) ?? [])
  return { rows, waiting, show: () => setShown(ids) }
}
