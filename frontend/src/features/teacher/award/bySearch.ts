const plain = (text: string) =>
  text.toLocaleLowerCase('pl').normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l')

/** Badges whose name holds every written word, whatever the accents: "debat" finds "Debatuję z szacunkiem". */
export function bySearch<Badge extends { name: string }>(badges: readonly Badge[], written: string): Badge[] {
  const words = plain(written).split(/\s+/).filter(Boolean)
  return badges.filter(({ name }) => words.every(word => plain(name).includes(word)))
}
