import { useLingui } from '@lingui/react/macro'
import { useCallback } from 'react'
import { useSend } from '@/api/useSend'
import { useToast } from '@/design/Toast'
import { UndoAward } from './documents'

/** Takes an award back within its ten minutes and says so; after them the server says why not. */
export function useUndoAward() {
  const { t } = useLingui()
  const say = useToast()
  const [send, busy] = useSend(UndoAward)
  const undo = useCallback(
    async (batchId: string, name: string): Promise<void> => {
      const sent = await send({ batchId })
      if (sent.outcome === 'done') say({ text: t`“${name}” has been taken back.` })
      else if (sent.outcome !== 'saved') say({ text: sent.problems[0]?.message })
    },
    [send, say, t],
  )
  return [undo, busy] as const
}
