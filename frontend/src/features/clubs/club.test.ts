import { expect, test } from 'vitest'
import { isIn, othersOf } from './club'

test('a leader who is also a member stands once, and oneself not at all', () => {
  const ada = { id: 'a', name: 'Ada' }
  const bruno = { id: 'b', name: 'Bruno' }
  const celina = { id: 'c', name: 'Celina' }
  expect(othersOf({ leaders: [celina], members: [ada, bruno, celina] }, 'a')).toEqual([celina, bruno])
  expect(othersOf({ leaders: [], members: [ada] }, 'a')).toEqual([])
})

test('who answers for a club or has only found it is not in it', () => {
  expect(['leader', 'helper', 'member', 'coordinator', ''].map(role => isIn({ role }))).toEqual([
    true,
    true,
    true,
    false,
    false,
  ])
})
