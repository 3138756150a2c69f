/**
 * Opens a small IndexedDB of one person's own with one object store.
 * @param name carries the person's id, so that two people on one device never meet
 */
export function openDatabase(name: string, store: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: 'key' })
    request.onsuccess = () => {
      // Signing out in another tab deletes the database; an open connection must not stand in the way.
      request.result.onversionchange = () => request.result.close()
      resolve(request.result)
    }
    request.onerror = () => reject(request.error)
  })
}

/** Runs one act in a transaction of its own and waits until it is on the disk. */
export async function inStore<Result>(
  opened: Promise<IDBDatabase>,
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const database = await opened
  return new Promise((resolve, reject) => {
    const transaction = database.transaction([...database.objectStoreNames], mode)
    const request = act(transaction.objectStore(database.objectStoreNames[0] as string))
    transaction.oncomplete = () => resolve(request.result)
    transaction.onerror = transaction.onabort = () => reject(transaction.error)
  })
}
