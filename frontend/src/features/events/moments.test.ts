import { expect, test } from 'vitest'
import { dayOf, momentAt, nearness, seriesDays, timeOf } from './moments'

test('a time typed in winter and in summer is the time on Polish clocks', () => {
  expect(momentAt('2026-11-22', '17:30')).toBe('2026-11-22T16:30:00.000Z')
  expect(momentAt('2026-06-01', '17:30')).toBe('2026-06-01T15:30:00.000Z')
})

test('on the days the clocks change the hour after the change is the new one', () => {
  expect(momentAt('2026-03-29', '01:59')).toBe('2026-03-29T00:59:00.000Z')
  expect(momentAt('2026-03-29', '03:00')).toBe('2026-03-29T01:00:00.000Z')
  expect(momentAt('2026-10-25', '01:30')).toBe('2026-10-24T23:30:00.000Z')
  expect(momentAt('2026-10-25', '03:00')).toBe('2026-10-25T02:00:00.000Z')
})

test('an hour that does not exist is taken as before the change', () => {
  expect(momentAt('2026-03-29', '02:30')).toBe('2026-03-29T01:30:00.000Z')
})

test('of an hour that comes twice the first is meant', () => {
  expect(momentAt('2026-10-25', '02:30')).toBe('2026-10-25T00:30:00.000Z')
})

test('what is typed comes back as it was typed', () => {
  const moment = momentAt('2027-02-28', '23:45')
  expect([dayOf(moment), timeOf(moment)]).toEqual(['2027-02-28', '23:45'])
})

test('a form that is not complete has no moment', () => {
  expect(momentAt('', '17:30')).toBe('')
  expect(momentAt('2026-11-22', '')).toBe('')
})

test('a series counts both ends and keeps the day of the week over the change of clocks', () => {
  expect(seriesDays('2026-10-18', 1, '2026-11-01')).toEqual(['2026-10-18', '2026-10-25', '2026-11-01'])
  expect(seriesDays('2026-10-18', 2, '2026-11-14')).toEqual(['2026-10-18', '2026-11-01'])
  expect(seriesDays('2026-10-18', 1, '2026-10-17')).toEqual([])
  expect(seriesDays('2026-01-01', 1, '2029-01-01')).toHaveLength(60)
})

test('how near an event is turns at its own minutes', () => {
  const event = { startsAt: '2026-11-22T16:00:00Z', endsAt: '2026-11-22T17:00:00Z' }
  expect(nearness(event, new Date('2026-11-22T15:59:59Z'))).toBe('today')
  expect(nearness(event, new Date('2026-11-22T16:00:00Z'))).toBe('now')
  expect(nearness(event, new Date('2026-11-22T16:59:59Z'))).toBe('now')
  expect(nearness(event, new Date('2026-11-22T17:00:00Z'))).toBe('over')
  expect(nearness(event, new Date('2026-11-16T12:00:00Z'))).toBe('week')
  expect(nearness(event, new Date('2026-11-15T12:00:00Z'))).toBe('later')
})
