import { type RefObject, useEffect, useRef } from 'react'

/**
 * A row that scrolls sideways keeps its chosen thing in sight, also when it was chosen elsewhere (by chance, by an
 * example, by an address). The page itself never moves.
 */
export function useChosenInSight(chosen: string | null, open: boolean): RefObject<HTMLDivElement | null> {
  const row = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice is looked for in the row itself.
  useEffect(() => {
    const thing = row.current?.querySelector<HTMLElement>('label:has(:checked)')
    if (!row.current || !thing || open) return
    const { clientWidth, scrollLeft, offsetLeft } = row.current
    const from = thing.offsetLeft - offsetLeft - scrollLeft
    if (from < 0 || from + thing.offsetWidth > clientWidth)
      row.current.scrollTo({ left: thing.offsetLeft - offsetLeft - (clientWidth - thing.offsetWidth) / 2 })
  }, [chosen, open])
  return row
}
