import 'fake-indexeddb/auto'
import { beforeEach, expect, test, vi } from 'vitest'
import { AnswerStore } from '../src/api/answerStore'
import { OutboxStore } from '../src/api/outboxStore'
import { wipeDevice } from '../src/api/wipeDevice'

/** A storage area of the browser, as far as the app uses it. */
function area(entries: Record<string, string>): Storage {
  const kept = new Map(Object.entries(entries))
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
    clear: () => kept.clear(),
    key: (place: number) => [...kept.keys()][place] ?? null,
    get length() {
      return kept.size
    },
  }
}

let caches: Set<string>

beforeEach(() => {
  vi.stubGlobal(
    'localStorage',
    area({ 'kotylion.person': '{"id":"ola"}', 'kotylion.theme': 'dark', draft: 'CANARY' }),
  )
  vi.stubGlobal('sessionStorage', area({ place: 'CANARY' }))
  caches = new Set(['shell-1', 'badge-art'])
  vi.stubGlobal('caches', {
    keys: async () => [...caches],
    delete: async (name: string) => caches.delete(name),
  })
})

test('au_04: after leaving, nothing of the person is on the device; theme and shell stay', async () => {
  await new AnswerStore('ola').put({ key: 1, data: { name: 'CANARY' }, at: Date.now() })
  await new OutboxStore('ola').put({ key: 'k', document: 'CANARY', variables: {}, uploads: [], at: '' })
  await wipeDevice()
  expect(await indexedDB.databases()).toEqual([])
  expect([localStorage.length, localStorage.getItem('kotylion.theme'), sessionStorage.length]).toEqual([
    1,
    'dark',
    0,
  ])
  expect([...caches]).toEqual(['shell-1'])
})

test('a browser that never answers does not keep the person from leaving', async () => {
  vi.spyOn(indexedDB, 'databases').mockReturnValueOnce(new Promise(() => {}))
  const before = Date.now()
  await wipeDevice()
  expect(Date.now() - before).toBeLessThan(2_000)
  expect(localStorage.getItem('kotylion.person')).toBeNull()
})
