import { expect, test } from 'vitest'
import { csrfToken } from '../src/api/csrf'
import { asPerson } from '../src/api/person'
import { problemAt } from '../src/api/problems'
import { fillSlots, uploadSlot } from '../src/api/uploadSlots'

test('ids take the place of slots anywhere in the variables, and nowhere else', () => {
  const photo = uploadSlot(new Blob(['x']), 'photo.jpg')
  const variables = {
    evidence: [
      { kind: 'photo', uploadId: photo.slot },
      { kind: 'text', text: 'upload' },
    ],
    n: 1,
    none: null,
  }
  expect(fillSlots(variables, new Map([[photo.slot, 'id-1']]))).toEqual({
    evidence: [
      { kind: 'photo', uploadId: 'id-1' },
      { kind: 'text', text: 'upload' },
    ],
    n: 1,
    none: null,
  })
})

test('the token is found under both names of its cookie', () => {
  expect(csrfToken('theme=dark; csrftoken=abc')).toBe('abc')
  expect(csrfToken('__Host-csrf=xyz')).toBe('xyz')
  expect(csrfToken('mycsrftoken=no')).toBe('')
})

test('students and club leaders have screens of their own, the rest are staff; an unknown language is Polish', () => {
  expect(asPerson({ id: '3', role: 'leader', language: 'en' }).role).toBe('leader')
  expect(asPerson({ id: '4', role: 'nobody' })).toMatchObject({ role: 'student', nowhere: true })
  expect(asPerson({ id: '1', role: 'student', language: 'uk' })).toEqual({
    id: '1',
    role: 'student',
    language: 'uk',
    nowhere: false,
  })
  expect(asPerson({ id: '2', role: 'coordinator', language: 'de' })).toEqual({
    id: '2',
    role: 'coordinator',
    language: 'pl',
    nowhere: false,
  })
})

test('a message is found by its field', () => {
  const problems = [
    { field: 'topic', code: 'TOO_LONG', message: 'Za długie.' },
    { field: '', code: 'CLOSED', message: 'Zamknięte.' },
  ]
  expect(problemAt(problems, 'topic')).toBe('Za długie.')
  expect(problemAt(problems, '')).toBe('Zamknięte.')
  expect(problemAt(problems, 'note')).toBeUndefined()
})
