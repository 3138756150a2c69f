import { useEffect, useRef } from 'react'

/** Keys that a person types, not means: a field, an open sheet or a held modifier keeps them. */
function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true
  const target = event.target as Element | null
  return (
    Boolean(target?.closest('input, textarea, select, audio')) ||
    document.querySelector('dialog[open]') !== null
  )
}

const PLACE = 'kotylion.shortcuts'

/** Single letters can be switched off (WCAG 2.2, 2.1.4): speech input may press them by chance. */
export const shortcutsOn = () => localStorage.getItem(PLACE) !== 'off'

export function keepShortcuts(on: boolean): void {
  if (on) localStorage.removeItem(PLACE)
  else localStorage.setItem(PLACE, 'off')
}

/** Runs the action of a key by its `KeyboardEvent.key` in lower case. */
export function useShortcuts(actions: Readonly<Record<string, () => unknown>>): void {
  const newest = useRef(actions)
  newest.current = actions
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      const action = newest.current[event.key.toLowerCase()]
      if (!action || !shortcutsOn() || isTyping(event)) return
      event.preventDefault()
      action()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}
