import { i18n } from '@lingui/core'
import { afterEach, expect, test } from 'vitest'
import { clock, dayAndMonth, fullDay } from '@/i18n/dates'

const NOON = '2026-11-14T13:05:00Z'

afterEach(() => i18n.loadAndActivate({ locale: 'pl', messages: {} }))

test.each([
  ['pl', '14\u00a0listopada', '14\u00a0listopada 2026'],
  ['en', '14\u00a0November', '14\u00a0November 2026'],
  ['uk', '14\u00a0листопада', '14\u00a0листопада 2026'],
])('a day and an hour are written as people in Europe write them: %s', (locale, day, full) => {
  i18n.loadAndActivate({ locale, messages: {} })
  expect(dayAndMonth(NOON)).toBe(day)
  expect(fullDay(NOON)).toBe(full)
  expect(clock(NOON)).toBe('14:05')
})
