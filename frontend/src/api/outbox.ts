import type { Delivered } from './deliver'
import type { Intent } from './intent'
import type { OutboxStore } from './outboxStore'
import type { Problem } from './problems'

type Watcher = {
  onCount: (waiting: number) => void
  onRefused: (problems: Problem[]) => void
  onSent: () => void
}

/**
 * "Saved on the phone, will be sent later." Keeps the order of the taps; stops at the first one that finds no
 * network; one the server refuses leaves the queue and is told to the person, so that nothing blocks the rest.
 */
export class Outbox {
  #emptying: Promise<void> | null = null
  readonly #store: OutboxStore
  readonly #send: (intent: Intent) => Promise<Delivered>
  readonly #watcher: Watcher

  constructor(store: OutboxStore, send: (intent: Intent) => Promise<Delivered>, watcher: Watcher) {
    this.#store = store
    this.#send = send
    this.#watcher = watcher
  }

  async keep(intent: Intent): Promise<void> {
    await this.#store.put(intent)
    this.#watcher.onCount((await this.#store.all()).length)
  }

  /** What waits, the oldest first: to be shown to the person. */
  waiting(): Promise<Intent[]> {
    return this.#store.all()
  }

  /** Forgets one that waits: the person has changed their mind before it was sent. */
  async drop(key: string): Promise<void> {
    await this.#store.remove(key)
    this.#watcher.onCount((await this.#store.all()).length)
  }

  /** What waits, oldest first, for screens that show it in its place. */
  all = (): Promise<Intent[]> => this.#store.all()

  /** Sends what waits. Calls made meanwhile join the running one. */
  empty(): Promise<void> {
    this.#emptying ??= this.#sendAll().finally(() => {
      this.#emptying = null
    })
    return this.#emptying
  }

  async #sendAll(): Promise<void> {
    const waiting = await this.#store.all()
    this.#watcher.onCount(waiting.length)
    let sent = 0
    for (const intent of waiting) {
      const result = await this.#send(intent)
      if (result.outcome === 'unsent') break
      await this.#store.remove(intent.key)
      sent += 1
      this.#watcher.onCount(waiting.length - sent)
      if (result.outcome === 'refused') this.#watcher.onRefused(result.problems)
    }
    if (sent > 0) this.#watcher.onSent()
  }
}
