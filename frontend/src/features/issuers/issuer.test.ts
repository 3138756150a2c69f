import { describe, expect, it } from 'vitest'
import { byGroup, changedAnswers, type Question } from './issuer'

const question = (code: string, groupLabel: string): Question => ({
  code,
  group: groupLabel,
  groupLabel,
  title: code,
  question: code,
  why: '',
  required: true,
  answer: 'kept',
  link: '',
  met: null,
  note: '',
})
const questions = [question('a', 'one'), question('b', 'one'), question('c', 'two')]

describe('the self-assessment', () => {
  it('stands in groups, in its own order', () => {
    expect(byGroup(questions).map(group => [group.label, group.questions.length])).toEqual([
      ['one', 2],
      ['two', 1],
    ])
  })

  it('sends only what was changed', () => {
    const typed = { a: { text: 'kept', link: '' }, b: { text: 'new', link: ' https://example.org ' } }
    expect(changedAnswers(questions, typed)).toEqual([
      { code: 'b', text: 'new', link: 'https://example.org' },
    ])
  })
})
