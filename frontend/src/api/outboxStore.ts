import type { Intent } from './intent'

/** Where unsent intents wait: a small IndexedDB of one person's own, oldest first. Files lie there as blobs. */
export class OutboxStore {
  readonly #opened: Promise<IDBDatabase>

  constructor(personId: string) {
    this.#opened = new Promise((resolve, reject) => {
      const request = indexedDB.open(`kotylion-outbox-${personId}`, 1)
      request.onupgradeneeded = () => request.result.createObjectStore('intents', { keyPath: 'key' })
      request.onsuccess = () => {
        // Signing out in another tab deletes the database; an open connection must not stand in the way.
        request.result.onversionchange = () => request.result.close()
        resolve(request.result)
      }
      request.onerror = () => reject(request.error)
    })
  }

  async #run<Result>(
    mode: IDBTransactionMode,
    act: (store: IDBObjectStore) => IDBRequest<Result>,
  ): Promise<Result> {
    const database = await this.#opened
    return new Promise((resolve, reject) => {
      const transaction = database.transaction('intents', mode)
      const request = act(transaction.objectStore('intents'))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onerror = transaction.onabort = () => reject(transaction.error)
    })
  }

  async all(): Promise<Intent[]> {
    const intents: Intent[] = await this.#run('readonly', store => store.getAll())
    return intents.sort((one, other) => one.at.localeCompare(other.at))
  }

  put = (intent: Intent) => this.#run('readwrite', store => store.put(intent))
  remove = (key: string) => this.#run('readwrite', store => store.delete(key))
}
