import type { Intent } from './intent'
import { inStore, openDatabase } from './openDatabase'

/** Where unsent intents wait, oldest first. Files lie there as blobs. */
export class OutboxStore {
  readonly #opened: Promise<IDBDatabase>

  constructor(personId: string) {
    this.#opened = openDatabase(`kotylion-outbox-${personId}`, 'intents')
  }

  async all(): Promise<Intent[]> {
    const intents: Intent[] = await inStore(this.#opened, 'readonly', store => store.getAll())
    return intents.sort((one, other) => one.at.localeCompare(other.at))
  }

  put = (intent: Intent) => inStore(this.#opened, 'readwrite', store => store.put(intent))
  remove = (key: string) => inStore(this.#opened, 'readwrite', store => store.delete(key))
}
