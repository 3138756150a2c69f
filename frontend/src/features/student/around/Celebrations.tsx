import { Trans } from '@lingui/react/macro'
import { useMemo } from 'react'
import { useLocation } from 'wouter'
import { useSend } from '@/api/useSend'
import { CelebrationQueue } from '@/design/CelebrationQueue'
import type { BadgeInBrief } from '../home/home'
import { rememberCelebrated, wasCelebrated } from './celebrated'
import { MarkCelebrated } from './documents'

/** New badges one after another: from whom, and the sentence that came with it or what it is for. */
export function Celebrations({ badges }: { badges: readonly BadgeInBrief[] }) {
  const [, navigate] = useLocation()
  const [send] = useSend(MarkCelebrated)
  const unseen = useMemo(
    () =>
      badges
        .filter(({ id }) => !wasCelebrated(id))
        .map(badge => ({
          id: badge.id,
          name: badge.name,
          art: badge.art.svgUrl,
          from: badge.awardedBy ? (
            <Trans>
              From: {badge.awardedBy}, {badge.issuerName}
            </Trans>
          ) : (
            <Trans>From: {badge.issuerName}</Trans>
          ),
          why: badge.note || badge.description,
        })),
    [badges],
  )
  return (
    <CelebrationQueue
      badges={unseen}
      onSeen={id => {
        rememberCelebrated(id)
        void send({ credentialId: id }, { later: true })
      }}
      onOpen={id => navigate(`/badges/${id}`)}
    />
  )
}
