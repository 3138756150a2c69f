import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const tokens = readFileSync(new URL('../src/design/tokens.css', import.meta.url), 'utf8')

/** Both values of a token: `light-dark(#a, #b)`, or the same one twice. */
function colours(name: string): [string, string] {
  const found = new RegExp(`--${name}: (?:light-dark\\((#\\w{6}), (#\\w{6})\\)|(#\\w{6}));`).exec(tokens)
  if (!found) throw new Error(`no colour --${name}`)
  return [found[1] ?? found[3] ?? '', found[2] ?? found[3] ?? '']
}

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const channel = (start: number) => {
    const value = Number.parseInt(colour.slice(start, start + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** Text on ground: WCAG 1.4.3 asks 4.5. */
const TEXT = [
  ...['ground', 'surface', 'sunken'].flatMap(ground => [
    ['ink', ground],
    ['ink-quiet', ground],
  ]),
  ...['ground', 'surface', 'primary-soft', 'sunken'].map(ground => ['primary-ink', ground]),
  ...['primary', 'done', 'review', 'attention', 'danger'].map(name => [`on-${name}`, name]),
  ['on-primary', 'primary-strong'],
  ...['done', 'review', 'attention'].flatMap(name => [
    [`${name}-ink`, `${name}-soft`],
    [`${name}-ink`, 'surface'],
    ['ink', `${name}-soft`],
    ['ink-quiet', `${name}-soft`],
  ]),
  ['ink', 'primary-soft'],
  ['ink-quiet', 'primary-soft'],
  ['danger', 'danger-soft'],
  ...['1', '2', '3'].map(tone => ['ink', `person-${tone}`]),
] as [string, string][]

/** Edges and signs against what is around them: WCAG 1.4.11 asks 3. */
const SIGNS = ['line-strong', 'primary', 'done', 'review', 'attention'].flatMap(name => [
  [name, 'surface'],
  [name, 'ground'],
]) as [string, string][]

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('%s theme', (_, theme) => {
  test.each(TEXT)('%s can be read on %s', (ink, ground) => {
    expect(contrast(colours(ink)[theme], colours(ground)[theme])).toBeGreaterThanOrEqual(4.5)
  })
  test.each(SIGNS)('%s stands out from %s', (sign, ground) => {
    expect(contrast(colours(sign)[theme], colours(ground)[theme])).toBeGreaterThanOrEqual(3)
  })
})
