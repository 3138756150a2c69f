import { useState } from 'react'
import { useEditor } from './EditorContext'
import { type Part, settled } from './merging'

/**
 * Rows as they stand on the screen, with the empty ones that nobody has filled yet: the server keeps none of those.
 * What somebody else wrote takes their place.
 */
export function useRows<Row>(
  part: Part,
  kept: readonly Row[],
): [readonly Row[], (rows: readonly Row[]) => void] {
  const { writing } = useEditor()
  const [rows, setRows] = useState(kept)
  const [known, setKnown] = useState(settled(kept))
  const there = settled(kept)
  if (there !== known) {
    setKnown(there)
    if (there !== settled(rows)) setRows(kept)
  }
  return [
    rows,
    changed => {
      setRows(changed)
      setKnown(settled(changed))
      writing.write(part, changed)
    },
  ]
}
