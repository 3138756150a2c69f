import { expect, test } from 'vitest'
import { draftOf, emptyDraft, type FormOffer, inputOf, momentsOf } from './draft'

const OFFER: FormOffer = {
  groupId: 'g',
  groupName: '2B',
  kinds: [],
  places: [],
  voivodeships: [],
  accessibility: [],
  badges: [],
  groups: [],
  mayBePublic: true,
}
const NOW = new Date('2026-11-22T15:10:00Z')
const empty = { ...emptyDraft(NOW, OFFER), title: ' Debata ' }

test('a new event begins at the next full hour of Polish time and needs a title alone', () => {
  expect(inputOf(empty)).toEqual({
    title: 'Debata',
    description: '',
    kind: 'meeting',
    startsAt: '2026-11-22T16:00:00.000Z',
    endsAt: '2026-11-22T17:30:00.000Z',
    form: 'in_person',
    onlineUrl: '',
    visibility: 'group',
    invitedGroupIds: [],
    invitedUserIds: [],
    signUp: 'none',
    capacity: null,
    ageMin: null,
    ageMax: null,
    needsConsent: false,
    achievementId: null,
    badgeCount: 1,
  })
})

test('an end before the beginning is on the next day', () => {
  expect(momentsOf({ day: '2026-12-31', from: '22:00', until: '01:00' })).toEqual({
    startsAt: '2026-12-31T21:00:00.000Z',
    endsAt: '2027-01-01T00:00:00.000Z',
  })
})

test('a series takes only the exceptions that are its days', () => {
  const input = inputOf({
    ...empty,
    repeatWeeks: '1',
    repeatUntil: '2026-12-06',
    exceptions: ['2026-11-29', '2026-11-30'],
  })
  expect(input.repeatWeeks).toBe(1)
  expect(input.repeatExceptions).toEqual(['2026-11-29'])
})

test('what belongs to a choice that was changed is not sent', () => {
  const input = inputOf({
    ...empty,
    capacity: '10',
    needsConsent: true,
    invitedGroupIds: ['x'],
    onlineUrl: 'https://example.org',
  })
  expect([input.capacity, input.needsConsent, input.invitedGroupIds, input.onlineUrl]).toEqual([
    null,
    false,
    [],
    '',
  ])
  expect(inputOf({ ...empty, form: 'online', placeId: 'p' }).placeId).toBeUndefined()
})

test('a new place goes as a place, a known one by its id', () => {
  const fresh = inputOf({ ...empty, placeName: 'Świetlica', placeTown: 'Łódź' })
  expect(fresh.place).toMatchObject({ name: 'Świetlica', town: 'Łódź' })
  expect(inputOf({ ...empty, placeId: 'p' })).toMatchObject({ placeId: 'p' })
})

test('an event that is changed keeps what is not touched', () => {
  const values = {
    title: 'Debata',
    description: 'O parku',
    kind: 'debate',
    form: 'both',
    visibility: 'public',
    signUp: 'open',
    placeId: 'p',
    onlineUrl: 'https://example.org/x',
    capacity: 20,
    ageMin: 15,
    ageMax: null,
    needsConsent: true,
    invitedGroupIds: [],
    invitedUserIds: [],
    achievementId: 'a',
    badgeCount: 3,
  }
  const card = { startsAt: '2026-11-22T16:00:00.000Z', endsAt: '2026-11-22T17:30:00.000Z' }
  expect(inputOf(draftOf(values, card, OFFER))).toEqual({ ...values, ...card })
})
