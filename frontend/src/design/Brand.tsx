import { pleats } from './pleats'
import { PORTAL_MARK } from './portal'

/**
 * The rosette of Kotylion: a white pleated heart in a red pleated ring, two ribbon tails; or the mark that the operator
 * put in its place. Decoration: never read aloud.
 */
export function BrandMark({ className = 'brand' }: { className?: string }) {
  if (PORTAL_MARK) return <img className={className} src={PORTAL_MARK} alt="" />
  return (
    <svg className={className} viewBox="0 0 64 64" aria-hidden="true">
      <path d="M20 36 13 62l8-4 5 5 5-24z" fill="#d4213d" />
      <path d="M44 36l7 26-8-4-5 5-5-24z" fill="#b8132f" />
      <path d={pleats(32, 27, 26, 22.5, 18)} fill="#d4213d" />
      <path d={pleats(32, 27, 18.5, 15.5, 14)} fill="#fff" />
      <circle cx="32" cy="27" r="7" fill="#d4213d" />
    </svg>
  )
}
