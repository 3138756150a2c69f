import './styles/qr.css'

/** A code drawn by the server, on white in the dark theme too: cameras need it. */
export function QrPicture({ svg, alt }: { svg: string; alt: string }) {
  return <img className="qr" src={`data:image/svg+xml,${encodeURIComponent(svg)}`} alt={alt} />
}
