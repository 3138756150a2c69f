import { Building2, GraduationCap, Handshake, type LucideIcon, Tag } from 'lucide-react'
import './styles/ladder.css'

const SHAPES: Record<string, LucideIcon> = {
  club_badge: Tag,
  endorsed: Handshake,
  digital_badge: Building2,
  microcredential: GraduationCap,
}

type Rung = { code: string; label: string }
type TrustLadderProps = { trust: { line: string; rung: string; rungs: readonly Rung[] } }

/** Who stands behind a badge: one sentence, and its rung among the four, in words and in shape. */
export function TrustLadder({ trust: { line, rung, rungs } }: TrustLadderProps) {
  return (
    <>
      <p>{line}</p>
      <ol className="ladder">
        {rungs.map(({ code, label }) => {
          const Shape = SHAPES[code] ?? Tag
          return (
            <li key={code} aria-current={code === rung ? 'step' : undefined}>
              <Shape aria-hidden="true" />
              <span>{label}</span>
            </li>
          )
        })}
      </ol>
    </>
  )
}
