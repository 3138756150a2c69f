import { expect, test } from 'vitest'
import { clubOf } from './clubPlace'

const ID = '0198f3a2-1111-7abc-8def-0123456789ab'

test('the club is read from the address of any of its screens', () => {
  expect(clubOf(`/lead/${ID}`)).toBe(ID)
  expect(clubOf(`/lead/${ID}/badges/new`)).toBe(ID)
})

test('screens that belong to no club name none', () => {
  expect(clubOf('/lead')).toBeNull()
  expect(clubOf('/lead/new')).toBeNull()
  expect(clubOf(`/classes/${ID}`)).toBeNull()
})
