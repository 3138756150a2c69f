import { inStore, openDatabase } from './openDatabase'

/** The last answer to one query with its variables. */
export type Answer = { key: number; data: Record<string, unknown>; at: number }

const KEPT_MS = 30 * 86_400_000

/** The last known answers of one person, so that lists open without a network. */
export class AnswerStore {
  readonly #opened: Promise<IDBDatabase>

  constructor(personId: string) {
    this.#opened = openDatabase(`kotylion-answers-${personId}`, 'answers')
    // Private windows of some browsers have no IndexedDB; the app then works, only not without a network.
    this.#opened.then(() => this.#tidy()).catch(() => {})
  }

  async get(key: number): Promise<Answer | undefined> {
    return inStore<Answer | undefined>(this.#opened, 'readonly', store => store.get(key)).catch(
      () => undefined,
    )
  }

  async put(answer: Answer): Promise<void> {
    await inStore(this.#opened, 'readwrite', store => store.put(answer)).catch(() => {})
  }

  /** A document that changed has a new key; what nobody asked for in a month is gone. */
  async #tidy(): Promise<void> {
    const answers: Answer[] = await inStore(this.#opened, 'readonly', store => store.getAll())
    for (const { key, at } of answers)
      if (at < Date.now() - KEPT_MS) await inStore(this.#opened, 'readwrite', store => store.delete(key))
  }
}
