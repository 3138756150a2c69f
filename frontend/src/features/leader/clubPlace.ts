/** Where the device remembers which club was last worked with. */
const PLACE = 'kotylion.club'

export const keptClub = (): string | null => localStorage.getItem(PLACE)
export const keepClub = (groupId: string): void => localStorage.setItem(PLACE, groupId)

/** The club of an address inside the app: "/lead/<uuid>/club" → "<uuid>"; null where there is none. */
export function clubOf(place: string): string | null {
  return /^\/lead\/([0-9a-f]{8}-[0-9a-f-]{27})(?:\/|$)/.exec(place)?.[1] ?? null
}
