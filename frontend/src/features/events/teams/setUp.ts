/** Teams and tasks while they are made: ids only where the server has them already. */
export type TaskDraft = { key: string; id: string | null; title: string; details: string }
export type TeamDraft = { key: string; id: string | null; name: string }
/** Person id → key of the team; who stands in no team is not in it. */
export type Places = ReadonlyMap<string, string>

/** Puts everybody into the teams as evenly as can be, in the order given. */
export function dealt(people: readonly string[], teams: readonly { key: string }[]): Places {
  const places = new Map<string, string>()
  people.forEach((person, position) => {
    const team = teams[position % Math.max(teams.length, 1)]
    if (team) places.set(person, team.key)
  })
  return places
}

/** In another order, each as likely as any other (Fisher–Yates). */
export function shuffled<Item>(items: readonly Item[], random: () => number = Math.random): Item[] {
  const mixed = [...items]
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1))
    const held = mixed[last] as Item
    mixed[last] = mixed[other] as Item
    mixed[other] = held
  }
  return mixed
}

export const membersOf = (places: Places, key: string): string[] =>
  [...places].filter(([, team]) => team === key).map(([person]) => person)
