import { expect, test } from 'vitest'
import { mapped, mappingOf } from './mapping'

const columns = ['family_name', '', 'given_name'].map((field, index) => ({
  index,
  field,
  header: `column ${index}`,
  sample: '',
}))

test('only columns with a field are mapped', () => {
  expect(mappingOf(columns)).toEqual({ family_name: 0, given_name: 2 })
})

test('a field moves to the column a teacher points at', () => {
  expect(mapped(columns, 1, 'given_name')).toEqual({ family_name: 0, given_name: 1 })
})

test('a column that is left out has no field', () => {
  expect(mapped(columns, 0, '')).toEqual({ given_name: 2 })
})

test('a column can carry one field only', () => {
  expect(mapped(columns, 0, 'class_name')).toEqual({ class_name: 0, given_name: 2 })
})
