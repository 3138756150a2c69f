import { useGradeHint } from '@/design/GradeField'
import type { Scale } from '@/design/grades'

/** What may be written beside the names, said once above them. */
export function GradesHint({ scale }: { scale: Scale }) {
  const hint = useGradeHint(scale)
  return hint ? <p className="hint">{hint}</p> : null
}
