/** The brand mark as icons and the web app's own manifest, each named by its content. */
import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pleats } from '../src/design/pleats.ts'
import { DIST, ROOT } from './places.ts'

const mark = (
  scale: number,
  ground: string,
) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">${ground}
<g transform="translate(32 32) scale(${scale}) translate(-32 -32.5)"><path d="M20 36 13 62l8-4 5 5 5-24z" fill="#d4213d"/>
<path d="M44 36l7 26-8-4-5 5-5-24z" fill="#b8132f"/><path d="${pleats(32, 27, 26, 22.5, 18)}" fill="#d4213d"/>
<path d="${pleats(32, 27, 18.5, 15.5, 14)}" fill="#fff"/><circle cx="32" cy="27" r="7" fill="#d4213d"/></g></svg>
`

async function put(name: string, extension: string, content: string | Uint8Array): Promise<string> {
  const hash = createHash('sha256').update(content).digest('base64url').slice(0, 8)
  const folder = resolve(DIST, 'static/app')
  await mkdir(folder, { recursive: true })
  await writeFile(resolve(folder, `${name}-${hash}.${extension}`), content)
  return `/static/app/${name}-${hash}.${extension}`
}

export async function buildIcons(): Promise<Record<string, string>> {
  const svg = await put('icon', 'svg', mark(1, ''))
  // Phones cut icons to a circle or a squircle: this one keeps the mark within the safe middle.
  const maskable = await put(
    'icon-maskable',
    'svg',
    mark(0.66, '<rect width="64" height="64" fill="#f6f5fd"/>'),
  )
  // Drawn once from the maskable mark: phones that take no SVG need them (`icons/`, committed).
  const picture = async (size: number) =>
    put(`icon-${size}`, 'png', await readFile(resolve(ROOT, `icons/kotylion-${size}.png`)))
  const [png180, png192, png512] = await Promise.all([picture(180), picture(192), picture(512)])
  const webmanifest = await put(
    'app',
    'webmanifest',
    JSON.stringify({
      id: '/app/',
      name: 'Kotylion',
      short_name: 'Kotylion',
      start_url: '/app/',
      scope: '/app/',
      display: 'standalone',
      background_color: '#f6f5fd',
      theme_color: '#3f37c9',
      icons: [
        { src: svg, sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
        { src: maskable, sizes: 'any', type: 'image/svg+xml', purpose: 'maskable' },
        { src: png192, sizes: '192x192', type: 'image/png', purpose: 'any' },
        { src: png512, sizes: '512x512', type: 'image/png', purpose: 'any' },
      ],
    }),
  )
  return { svg, maskable, apple: png180, png192, png512, webmanifest }
}
