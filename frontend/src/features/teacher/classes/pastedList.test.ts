import { expect, test } from 'vitest'
import { withLine } from './pastedList'

test('a decided name is written into its own line, with a comma that leaves no doubt', () => {
  const text = 'Nowak Anna\nAnna Maria Nowak Kowalska\nŻuk Jan'
  expect(withLine(text, 2, { familyName: 'Nowak Kowalska', givenName: 'Anna Maria' }, null)).toBe(
    'Nowak Anna\nNowak Kowalska, Anna Maria\nŻuk Jan',
  )
})

test('number and date of birth of the line stay', () => {
  const text = '12. Nguyen Thi Lan 2010-04-02'
  expect(withLine(text, 1, { familyName: 'Nguyen', givenName: 'Thi Lan' }, '2010-04-02')).toBe(
    '12. Nguyen, Thi Lan\t2010-04-02',
  )
})

test('a line that is gone meanwhile changes nothing', () => {
  expect(withLine('Nowak Anna', 5, { familyName: 'X', givenName: 'Y' }, null)).toBe('Nowak Anna')
})
