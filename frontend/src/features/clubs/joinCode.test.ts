import { expect, test } from 'vitest'
import { tidied } from './joinCode'

test('a code is written in two groups however it is typed', () => {
  expect(tidied('abc')).toBe('ABC')
  expect(tidied('abcde')).toBe('ABCDE')
  expect(tidied('abcdef')).toBe('ABCDE-F')
  expect(tidied(' abcde fghjk extra')).toBe('ABCDE-FGHJK')
})

test('a pasted link gives the code in it', () => {
  expect(tidied('https://kotylion.example/j/ABCDE-FGHJK?x=1')).toBe('ABCDE-FGHJK')
})
