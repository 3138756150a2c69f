import { expect, test } from 'vitest'
import { backoff, GROUP_SPREAD_MS, spread } from '../src/live/spread'

test("a person's own fact is asked for at once, a group's within 400 ms of chance", () => {
  expect(spread(true)).toBe(0)
  expect(spread(false, () => 0)).toBe(0)
  expect(spread(false, () => 0.999999)).toBe(GROUP_SPREAD_MS - 1)
})

test('thirty phones of one class do not ask in one instant', () => {
  const moments = new Set(Array.from({ length: 30 }, () => Math.floor(spread(false) / 50)))
  expect(moments.size).toBeGreaterThanOrEqual(4)
})

test('reconnecting waits longer and longer, and is spread at least as wide as it waits', () => {
  for (const [retries, delay] of [
    [0, 1000],
    [1, 2000],
    [3, 8000],
    [5, 30_000],
    [40, 30_000],
  ] as const) {
    expect(backoff(retries, () => 0)).toBe(delay / 2)
    expect(backoff(retries, () => 1)).toBe(delay * 1.5)
  }
})
