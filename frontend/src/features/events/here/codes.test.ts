import { expect, test } from 'vitest'
import { codeIn, isSignInCard } from './codes'

test('the code is the last part of the address on the screen', () => {
  expect(codeIn('https://kotylion.example/e/Ab3_x-9')).toBe('Ab3_x-9')
  expect(codeIn('http://localhost:8000/e/Ab3_x-9?lang=pl')).toBe('Ab3_x-9')
})

test('a bare code is taken as it is', () => {
  expect(codeIn(' ABCDE-FGHJK ')).toBe('ABCDE-FGHJK')
})

test('what is no code is nothing', () => {
  expect(codeIn('WIFI:T:WPA;S:School;P:secret;;')).toBe('')
  expect(codeIn('')).toBe('')
  expect(codeIn('abc')).toBe('')
})

test('a sign-in card is known by its address', () => {
  expect(isSignInCard('https://kotylion.example/s/abcdef')).toBe(true)
  expect(isSignInCard('https://kotylion.example/e/abcdef')).toBe(false)
})
