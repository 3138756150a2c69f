/**
 * Subsets Onest (SIL OFL 1.1) so that a Polish page needs two small files and a Ukrainian page one more, and the two
 * families that an operator may choose instead (SIL OFL 1.1 as well). The weight axis is cut to what the design uses.
 * Writes `.cache/fonts/*.woff2`; returns bytes per file.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import subsetFont from 'subset-font'

const SOURCES = resolve(import.meta.dirname, '../node_modules/@fontsource-variable')
export const FONT_FOLDER = resolve(import.meta.dirname, '../.cache/fonts')

const range = (from: number, to: number) =>
  String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index))

const LATIN = `${range(0x20, 0x7e)} \u00a0§©«»°·×óÓéÉöÖüÜ–—‘’“”„…•`
const POLISH = 'ĄąĆćĘęŁłŃńŚśŹźŻż'
const UKRAINIAN = `${range(0x410, 0x44f)}ЄєІіЇїҐґ№`

type Face = { family: string; from: string; text: string }

const facesOf = (family: string): Record<string, Face> => ({
  [`${family}-latin`]: { family, from: 'latin', text: LATIN },
  [`${family}-polish`]: { family, from: 'latin-ext', text: POLISH },
  [`${family}-ukrainian`]: { family, from: 'cyrillic', text: UKRAINIAN },
})

/** Characters per face: what stands in `unicode-range` of `src/design/fonts.css` and of `doorways/pages/font-*.css` must name the same. */
export const FACES: Record<string, Face> = {
  ...facesOf('onest'),
  'onest-more-latin': { family: 'onest', from: 'latin-ext', text: range(0x100, 0x17f) },
  ...facesOf('source-sans-3'),
  ...facesOf('literata'),
}

export async function buildFonts(): Promise<Record<string, number>> {
  await mkdir(FONT_FOLDER, { recursive: true })
  const sizes: Record<string, number> = {}
  for (const [name, face] of Object.entries(FACES)) {
    const file = `${face.family}-${face.from}-wght-normal.woff2`
    const original = await readFile(`${SOURCES}/${face.family}/files/${file}`)
    const subset = await subsetFont(original, face.text, {
      targetFormat: 'woff2',
      variationAxes: { wght: { min: 400, max: 750 } },
    })
    await writeFile(`${FONT_FOLDER}/${name}.woff2`, subset)
    sizes[name] = subset.length
  }
  return sizes
}
