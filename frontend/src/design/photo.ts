/** Longest side of a photo that leaves the phone, in px. */
export const LONGEST_SIDE = 2048
/** Most bytes of a photo that leaves the phone. */
export const MOST_BYTES = 600_000
const QUALITIES = [0.85, 0.75, 0.65, 0.5] as const
const SHRINK = 0.75

export type Size = { width: number; height: number }

/** Fits a picture into a square of `longest` px, keeping its shape; small ones stay as they are. */
export function fitted({ width, height }: Size, longest: number = LONGEST_SIDE): Size {
  const scale = Math.min(1, longest / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** What to try, best first: every quality at one size, then the same at the next smaller one. */
export function* attempts(original: Size): Generator<Size & { quality: number }> {
  for (let longest = LONGEST_SIDE; longest >= 400; longest *= SHRINK)
    for (const quality of QUALITIES) yield { ...fitted(original, Math.round(longest)), quality }
}

/**
 * Draws the photo anew as a JPEG within the limits. Drawing also leaves place, time and camera behind: the
 * metadata of the file never leaves the phone.
 * @throws {DOMException} when the browser cannot read the file as a picture
 */
export async function scaledPhoto(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  try {
    let smallest: Blob | null = null
    for (const { width, height, quality } of attempts(picture)) {
      smallest = await draw(picture, width, height, quality)
      if (smallest.size <= MOST_BYTES) return smallest
    }
    return smallest ?? file
  } finally {
    picture.close()
  }
}

/**
 * Draws a picture anew as a PNG of at most `longest` px, so that its clear ground stays and nothing else of the file.
 * @throws {DOMException} when the browser cannot read the file as a picture
 */
export async function scaledPicture(file: Blob, longest: number): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  try {
    const { width, height } = fitted(picture, longest)
    const [canvas, context] = canvasOf(width, height)
    context.drawImage(picture, 0, 0, width, height)
    return await asBlob(canvas, 'image/png')
  } finally {
    picture.close()
  }
}

async function draw(picture: ImageBitmap, width: number, height: number, quality: number): Promise<Blob> {
  const [canvas, context] = canvasOf(width, height)
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.drawImage(picture, 0, 0, width, height)
  return asBlob(canvas, 'image/jpeg', quality)
}

function canvasOf(width: number, height: number): [HTMLCanvasElement, CanvasRenderingContext2D] {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width, height })
  const context = canvas.getContext('2d')
  if (!context) throw new DOMException('No canvas', 'NotSupportedError')
  return [canvas, context]
}

function asBlob(canvas: HTMLCanvasElement, type: string, quality?: number): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      blob => (blob ? resolve(blob) : reject(new DOMException(`No ${type}`, 'EncodingError'))),
      type,
      quality,
    )
  })
}
