import { expect, test } from 'vitest'
import { type ClubForm, changes } from './settings'

const before: ClubForm = {
  name: 'Klub Robotyki',
  purpose: 'Budujemy roboty.',
  kind: 'science_circle',
  joining: 'code',
  listed: false,
  meetingTime: '',
  placeName: '',
  placeAddress: '',
  town: '',
  voivodeship: '',
  responsibleAdult: '',
  standardsUrl: '',
}

test('nothing changed, nothing is sent', () => {
  expect(changes(before, { ...before })).toEqual({})
})

test('only what is different is sent, and an address gets its scheme', () => {
  const now = { ...before, listed: true, name: ' Roboty ', standardsUrl: 'szkola.pl/standardy' }
  expect(changes(before, now)).toEqual({
    name: 'Roboty',
    listed: true,
    standardsUrl: 'https://szkola.pl/standardy',
  })
})

test('a meeting place is sent whole', () => {
  const now = { ...before, placeName: 'Biblioteka', town: 'Toruń', voivodeship: '04' }
  expect(changes(before, now)).toEqual({
    meetingPlace: { name: 'Biblioteka', address: '', town: 'Toruń', voivodeship: '04' },
  })
})
