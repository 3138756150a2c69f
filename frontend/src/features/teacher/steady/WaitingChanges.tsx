import { Plural } from '@lingui/react/macro'
import { ArrowUpDown } from 'lucide-react'
import { Button } from '@/design/Button'

/** "3 new changes": rows move only when the teacher says so. */
export function WaitingChanges({ count, onShow }: { count: number; onShow: () => void }) {
  if (count === 0) return null
  return (
    <Button look="quiet" onClick={onShow}>
      <ArrowUpDown aria-hidden="true" size={20} />
      <Plural value={count} one="Show # new change" other="Show # new changes" />
    </Button>
  )
}
