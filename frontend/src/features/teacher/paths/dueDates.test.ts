import { expect, test } from 'vitest'
import { dueDates, earliest } from './dueDates'

test('a path of 14 weeks begun in November may end in March, in April or with the school year', () => {
  expect(dueDates(14, new Date(2026, 10, 21))).toEqual([
    { day: '2027-03-05', weeks: 14 },
    { day: '2027-04-23', weeks: 21 },
    { day: '2027-06-25', weeks: null },
  ])
})

test('a path longer than the year has its end', () => {
  expect(dueDates(62, new Date(2026, 10, 21))).toEqual([{ day: '2027-06-25', weeks: null }])
})

test('after the last day of lessons the next year counts', () => {
  expect(dueDates(60, new Date(2027, 6, 1)).at(-1)).toEqual({ day: '2028-06-23', weeks: null })
})

test('the first day that may be chosen is tomorrow', () => {
  expect(earliest(new Date(2026, 11, 31))).toBe('2027-01-01')
})
