const PLACE = 'kotylion.celebrated'
const MOST = 50

function kept(): string[] {
  try {
    return JSON.parse(localStorage.getItem(PLACE) ?? '[]')
  } catch {
    return []
  }
}

/** An answer kept for times without a network may be older than the celebration: nothing is celebrated twice. */
export const wasCelebrated = (id: string) => kept().includes(id)

export function rememberCelebrated(id: string): void {
  localStorage.setItem(PLACE, JSON.stringify([id, ...kept()].slice(0, MOST)))
}
