import { expect, test } from 'vitest'
import { rowsFor, sectionsOf } from './board'
import { asCell, cellsOf, classStep } from './cells'

const rows = (...cells: string[]) => cells.map(one => ({ cells: one }))

test('the step to tick is the one most of the class stands before', () => {
  expect(classStep(rows('d..', 'd..', '...', 'dd.'), 3)).toBe(1)
  expect(classStep(rows('h..', 'd..'), 3)).toBe(0)
})

test('an empty class and a class that has done everything begin at the first step', () => {
  expect(classStep([], 3)).toBe(0)
  expect(classStep(rows('ddd', 'ddd'), 3)).toBe(0)
})

test('a student who is not on the path has open cells, as many as there are steps', () => {
  expect(cellsOf({ cells: '' }, 3)).toEqual(['.', '.', '.'])
  expect(cellsOf({ cells: 'dhn' }, 3)).toEqual(['d', 'h', 'n'])
})

test('a character that this version does not know is a step to do', () => {
  expect(asCell('x')).toBe('.')
})

test('neighbouring steps of one section share a heading', () => {
  const steps = ['Start', 'Start', 'Projekt', 'Start'].map(section => ({ section }))
  expect(sectionsOf(steps)).toEqual([
    { title: 'Start', steps: 2, first: 0 },
    { title: 'Projekt', steps: 1, first: 2 },
    { title: 'Start', steps: 1, first: 3 },
  ])
})

test('a counter shows its own rows only', () => {
  const row = {
    enrollmentId: 'e',
    name: '',
    cells: '',
    done: 0,
    review: false,
    badges: 0,
    submissionId: null,
  }
  const all = [
    { ...row, studentId: 'a', stuck: true, ready: false },
    { ...row, studentId: 'b', stuck: false, ready: true },
  ]
  expect(rowsFor(all, 'stuck').map(row => row.studentId)).toEqual(['a'])
  expect(rowsFor(all, 'ready').map(row => row.studentId)).toEqual(['b'])
  expect(rowsFor(all, null)).toHaveLength(2)
})
