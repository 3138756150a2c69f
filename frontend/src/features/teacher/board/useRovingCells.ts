import { type KeyboardEvent, type RefObject, useEffect } from 'react'

const BUTTONS = 'tbody button'

/**
 * One tab stop for the whole table: arrows, Home, End and with Control the corners walk between its buttons.
 * The stop is moved on the elements themselves, so that walking draws nothing again.
 */
export function useRovingCells(table: RefObject<HTMLTableElement | null>) {
  useEffect(() => {
    const found = table.current
    if (found && !found.querySelector(`${BUTTONS}[tabindex="0"]`)) stopAt(found, found.querySelector(BUTTONS))
  })
  return (event: KeyboardEvent<HTMLTableElement>): void => {
    const from = (event.target as Element).closest('td')
    const to = from && event.target instanceof HTMLButtonElement ? neighbour(from, event) : null
    if (!to || !table.current) return
    event.preventDefault()
    stopAt(table.current, to)
    to.focus()
  }
}

function stopAt(table: HTMLTableElement, button: HTMLButtonElement | null): void {
  for (const other of table.querySelectorAll<HTMLButtonElement>(`${BUTTONS}[tabindex="0"]`))
    other.tabIndex = -1
  if (button) button.tabIndex = 0
}

function neighbour(from: HTMLTableCellElement, event: KeyboardEvent): HTMLButtonElement | null {
  const row = from.parentElement as HTMLTableRowElement
  const buttons = [...row.querySelectorAll<HTMLButtonElement>('button')]
  const rows = [...(row.parentElement?.children ?? [])].filter(one => one.querySelector('button'))
  const ends = { first: rows[0], last: rows.at(-1) }
  const inColumn = (other: Element | undefined) =>
    (other as HTMLTableRowElement | undefined)?.cells[from.cellIndex]?.querySelector('button') ?? null
  switch (event.key) {
    case 'ArrowRight':
      return buttons[buttons.indexOf(event.target as HTMLButtonElement) + 1] ?? null
    case 'ArrowLeft':
      return buttons[buttons.indexOf(event.target as HTMLButtonElement) - 1] ?? null
    case 'ArrowDown':
      return inColumn(rows[rows.indexOf(row) + 1])
    case 'ArrowUp':
      return inColumn(rows[rows.indexOf(row) - 1])
    case 'Home':
      return (event.ctrlKey ? ends.first?.querySelector('button') : buttons[0]) ?? null
    case 'End':
      return (
        (event.ctrlKey ? [...(ends.last?.querySelectorAll('button') ?? [])].at(-1) : buttons.at(-1)) ?? null
      )
    default:
      return null
  }
}
