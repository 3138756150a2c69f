/** Reads a QR code from a frame of the camera; null when there is none in it. */
export type Reader = (frame: HTMLVideoElement) => Promise<string | null>

type Detector = { detect: (frame: HTMLVideoElement) => Promise<{ rawValue: string }[]> }
type DetectorClass = {
  new (options: { formats: string[] }): Detector
  getSupportedFormats: () => Promise<string[]>
}

/** The phone's own reader where it has one (Barcode Detection API), else a reader of our own, loaded only then. */
export async function openReader(): Promise<Reader> {
  const Native = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector
  const formats = (await Native?.getSupportedFormats().catch(() => [])) ?? []
  if (Native && formats.includes('qr_code')) {
    const detector = new Native({ formats: ['qr_code'] })
    return async frame => (await detector.detect(frame))[0]?.rawValue ?? null
  }
  const { default: decodeQR } = await import('qr/decode.js')
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  return async frame => {
    const scale = Math.min(1, 640 / Math.max(frame.videoWidth, frame.videoHeight))
    canvas.width = Math.round(frame.videoWidth * scale)
    canvas.height = Math.round(frame.videoHeight * scale)
    if (!pen || canvas.width === 0) return null
    pen.drawImage(frame, 0, 0, canvas.width, canvas.height)
    try {
      return decodeQR(pen.getImageData(0, 0, canvas.width, canvas.height))
    } catch {
      // The decoder throws while there is no code in the frame.
      return null
    }
  }
}
