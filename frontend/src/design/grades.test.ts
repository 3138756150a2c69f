import { expect, test } from 'vitest'
import { enough } from './grades'

test('only grades that are enough can be chosen', () => {
  const school = { kind: 'grades', values: ['2', '3', '4', '5'], least: '0', most: '100', required: '3' }
  expect(enough(school)).toEqual(['3', '4', '5'])
  expect(enough({ ...school, required: '' })).toEqual(school.values)
})
