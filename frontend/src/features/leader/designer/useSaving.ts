import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { type Problem, problemAt } from '@/api/problems'
import { useSend } from '@/api/useSend'
import { useToast } from '@/design/Toast'
import type { Design } from './design'
import { ChangeClubBadge, MakeClubBadge } from './documents'

/** Makes the badge, or changes the one with this id, and opens it. */
export function useSaving(groupId: string, badgeId: string | undefined) {
  const { t } = useLingui()
  const say = useToast()
  const [, go] = useLocation()
  const [make, making] = useSend(MakeClubBadge)
  const [change, changing] = useSend(ChangeClubBadge)
  const [problems, setProblems] = useState<readonly Problem[]>([])

  async function save({ name, criterion, shape, palette, symbol, nominationsNeeded }: Design): Promise<void> {
    const badge = {
      name: name.trim(),
      criterion: criterion.trim(),
      shape,
      palette,
      symbol,
      nominationsNeeded,
    }
    const sent = badgeId ? await change({ achievementId: badgeId, badge }) : await make({ groupId, badge })
    if (sent.outcome === 'saved') return
    if (sent.outcome !== 'done') return setProblems(sent.problems)
    const id = sent.payload.badge?.achievement.id ?? badgeId
    say({ text: badgeId ? t`Saved.` : t`“${badge.name}” is ready to be given.` })
    go(badgeId || !id ? `/lead/${groupId}/badges` : `/lead/${groupId}/give/${id}`, { replace: true })
  }

  return {
    save,
    saving: making || changing,
    problemOf: (field: string) => problemAt(problems, field),
    problem: problems.find(({ field }) => !['name', 'criterion'].includes(field))?.message,
  }
}
