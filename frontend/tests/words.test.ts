import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { FACES } from '../build/fonts'
import { entriesOf, faultsOf } from '../build/poFaults'
import { tidyCode } from '../doorways/tidyCode'
import { initials, tone } from '../src/design/initials'

const PLURAL = '{n, plural, one {# step} other {# steps}}'

test('an empty translation is a fault', () => {
  expect(faultsOf({ id: 'Back', text: ' ' })).toEqual(['not translated'])
})

test('Polish and Ukrainian need all four forms', () => {
  expect(faultsOf({ id: PLURAL, text: '{n, plural, one {# krok} few {# kroki} other {# kroku}}' })).toEqual([
    'no form "many"',
  ])
  const whole = '{n, plural, one {# krok} few {# kroki} many {# kroków} other {# kroku}}'
  expect(faultsOf({ id: PLURAL, text: whole })).toEqual([])
})

test('a lost placeholder, tag or plural is a fault', () => {
  expect(faultsOf({ id: 'From {name}', text: 'Od' })).toEqual(['"name" was lost'])
  expect(faultsOf({ id: 'Read <0>this</0>', text: 'Przeczytaj to' })).toEqual(['"<0>" was lost'])
  expect(faultsOf({ id: PLURAL, text: 'kroki: {n}' })).toEqual(['a plural was lost'])
})

test('a form of one word is a word, and a placeholder inside a form is one', () => {
  const whole = '{n, plural, one {krok} few {kroki} many {kroków} other {kroku}}'
  expect(faultsOf({ id: '{n, plural, one {step} other {steps}}', text: whole })).toEqual([])
  expect(faultsOf({ id: '{n, plural, one {step of {name}} other {steps}}', text: whole })).toEqual([
    '"name" was lost',
  ])
})

test('a catalogue is read with its wrapped lines; its header is no entry', () => {
  const po =
    'msgid ""\nmsgstr "Language: pl\\n"\n\n#: src/x.tsx\nmsgid "one "\n"two"\nmsgstr "raz \\"dwa\\""\n'
  expect(entriesOf(po)).toEqual([{ id: 'one two', text: 'raz "dwa"' }])
})

describe('every letter on the screen is in the font', () => {
  const files = globSync('src/**/locales/*.po', { cwd: new URL('..', import.meta.url).pathname })
  const letters = new Set(Object.values(FACES).flatMap(face => [...face.text]))
  test.each(files)('%s', file => {
    const texts = entriesOf(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')).flatMap(
      ({ id, text }) => [id, text],
    )
    const missing = new Set([...texts.join('')].filter(letter => !letters.has(letter) && letter !== '\n'))
    expect([...missing]).toEqual([])
  })
})

test('typed codes become what is printed', () => {
  expect(tidyCode(' k7o2-il9x ', false)).toBe('K70211' + '9X')
  expect(tidyCode('12 34-5a', true)).toBe('12345')
})

test('initials follow Polish letters and any number of words', () => {
  expect(initials('Żaneta  Ćwiklińska-Łoś')).toBe('ŻĆ')
  expect(initials('Олександр Шевченко')).toBe('ОШ')
  expect(initials('anna maria nowak')).toBe('AN')
  expect(initials('  ')).toBe('')
  expect(tone('Anna Nowak')).toBe(tone('Anna Nowak'))
})
