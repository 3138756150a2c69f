import { expect, test } from 'vitest'
import { isSignInCard, mayBeCode } from './codes'

test('the address on the screen and a bare code are worth asking about', () => {
  expect(mayBeCode('https://kotylion.example/e/Ab3_x-9')).toBe(true)
  expect(mayBeCode('http://localhost:8000/e/Ab3_x-9?lang=pl')).toBe(true)
  expect(mayBeCode(' ABCD EFGH JKMN ')).toBe(true)
})

test('other codes on the wall are not', () => {
  expect(mayBeCode('WIFI:T:WPA;S:School;P:secret;;')).toBe(false)
  expect(mayBeCode('https://example.org/advert')).toBe(false)
  expect(mayBeCode('')).toBe(false)
  expect(mayBeCode('abc')).toBe(false)
})

test('a sign-in card is known by its address, and the server is told so that its owner hears', () => {
  expect(isSignInCard('https://kotylion.example/s/abcdef')).toBe(true)
  expect(isSignInCard('https://kotylion.example/e/abcdef')).toBe(false)
  expect(mayBeCode('https://kotylion.example/s/abcdef')).toBe(true)
})
