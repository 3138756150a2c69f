import { describe, expect, test } from 'vitest'
import { colourOf, type Design, fromExample, type Offered, shuffled } from './design'

const named = (...codes: string[]) => codes.map(code => ({ code }))
const offered = {
  shapes: named('tag', 'ticket'),
  palettes: named('mint'),
  symbols: named('heart', 'leaf', 'key'),
}

describe('a look by chance', () => {
  test('changes every part that has another choice', () => {
    const before = { shape: 'tag', palette: 'mint', symbol: 'heart' }
    expect(shuffled(offered, before, () => 0)).toEqual({ shape: 'ticket', palette: 'mint', symbol: 'leaf' })
    expect(shuffled(offered, before, () => 0.999)).toEqual({
      shape: 'ticket',
      palette: 'mint',
      symbol: 'key',
    })
  })

  test('begins anywhere', () => {
    expect(shuffled(offered, null, () => 0.5)).toEqual({ shape: 'ticket', palette: 'mint', symbol: 'leaf' })
  })
})

test('an example brings words and colours and keeps the shape', () => {
  const design: Design = {
    shape: 'ticket',
    palette: 'mint',
    symbol: 'key',
    name: '',
    criterion: '',
    nominationsNeeded: 3,
  }
  const example = {
    name: 'Cicha pomoc',
    criterion: 'Pomógł, choć nikt nie prosił.',
    symbol: 'heart',
    palette: 'rose',
  }
  expect(fromExample(design, example)).toEqual({ ...design, ...example, shape: 'ticket' })
})

test('parts are coloured by the names of the palette', () => {
  const palette: Offered['palettes'][number] = {
    code: 'mint',
    label: 'Mięta',
    rim: '#23a07f',
    field: '#ecfdf6',
    ink: '#0c5a48',
    paper: '#ffffff',
  }
  expect(colourOf(palette, 'ink')).toBe('#0c5a48')
  expect(colourOf(palette, 'gold')).toBe('none')
})
