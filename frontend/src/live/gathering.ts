/** What a wave of facts asks for: operation names, or everything on the screen. */
type Wanted = Set<string> | 'everything'

/**
 * Gathers the facts of one wave (thirty badges at once) into one refetch. The first fact sets the moment; a fact
 * that may not wait brings it forward.
 */
export class Gathering {
  #wanted: Wanted = new Set()
  #timer: ReturnType<typeof setTimeout> | null = null
  #due = Number.POSITIVE_INFINITY
  readonly #ask: (names: readonly string[] | undefined) => void

  constructor(ask: (names: readonly string[] | undefined) => void) {
    this.#ask = ask
  }

  /** @param wait in ms from now; null names mean everything on the screen */
  add(names: readonly string[] | null, wait: number): void {
    if (names?.length === 0) return
    if (names === null) this.#wanted = 'everything'
    else if (this.#wanted !== 'everything') for (const name of names) this.#wanted.add(name)
    const due = Date.now() + wait
    if (due >= this.#due) return
    this.stop()
    this.#due = due
    this.#timer = setTimeout(() => this.#go(), wait)
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#due = Number.POSITIVE_INFINITY
  }

  #go(): void {
    const wanted = this.#wanted
    this.#wanted = new Set()
    this.#due = Number.POSITIVE_INFINITY
    this.#ask(wanted === 'everything' ? undefined : [...wanted])
  }
}
