const PLACE = 'kotylion.celebrations'

/** Whether this person wants the burst; the words of a celebration are shown either way. */
export const celebrationsOn = () => localStorage.getItem(PLACE) !== 'off'

export function keepCelebrations(on: boolean): void {
  if (on) localStorage.removeItem(PLACE)
  else localStorage.setItem(PLACE, 'off')
}

/** Reduced motion and Save-Data are wishes too. */
export function burstWelcome(): boolean {
  const saving = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true
  return celebrationsOn() && !saving && !matchMedia('(prefers-reduced-motion: reduce)').matches
}
