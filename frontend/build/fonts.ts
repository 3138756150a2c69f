/**
 * Subsets Onest (SIL OFL 1.1) so that a Polish page needs two small files and a Ukrainian page one more.
 * The weight axis is cut to what the design uses. Writes `.cache/fonts/*.woff2`; returns bytes per file.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import subsetFont from 'subset-font'

const SOURCE = resolve(import.meta.dirname, '../node_modules/@fontsource-variable/onest/files')
export const FONT_FOLDER = resolve(import.meta.dirname, '../.cache/fonts')

const range = (from: number, to: number) =>
  String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index))

/** Characters per face: what stands in `unicode-range` of `src/design/fonts.css` must name the same. */
export const FACES = {
  'onest-latin': {
    from: 'onest-latin-wght-normal',
    text: `${range(0x20, 0x7e)} \u00a0§©«»°·×óÓéÉöÖüÜ–—‘’“”„…•`,
  },
  'onest-polish': { from: 'onest-latin-ext-wght-normal', text: 'ĄąĆćĘęŁłŃńŚśŹźŻż' },
  'onest-ukrainian': { from: 'onest-cyrillic-wght-normal', text: `${range(0x410, 0x44f)}ЄєІіЇїҐґ№` },
  'onest-more-latin': { from: 'onest-latin-ext-wght-normal', text: range(0x100, 0x17f) },
}

export async function buildFonts(): Promise<Record<string, number>> {
  await mkdir(FONT_FOLDER, { recursive: true })
  const sizes: Record<string, number> = {}
  for (const [name, face] of Object.entries(FACES)) {
    const original = await readFile(`${SOURCE}/${face.from}.woff2`)
    const subset = await subsetFont(original, face.text, {
      targetFormat: 'woff2',
      variationAxes: { wght: { min: 400, max: 750 } },
    })
    await writeFile(`${FONT_FOLDER}/${name}.woff2`, subset)
    sizes[name] = subset.length
  }
  return sizes
}
