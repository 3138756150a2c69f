// Reads a picture of a QR code as a phone's camera would.
// In: JSON {width, height, rgba: base64} on stdin. Out: the text.
import decodeQR from 'qr/decode.js'

const chunks = []
for await (const chunk of process.stdin) chunks.push(chunk)
const { width, height, rgba } = JSON.parse(Buffer.concat(chunks).toString())
process.stdout.write(decodeQR({ width, height, data: Uint8Array.from(Buffer.from(rgba, 'base64')) }))
