import { Trans, useLingui } from '@lingui/react/macro'
import { Archive, ArchiveRestore, Pencil } from 'lucide-react'
import { useSend } from '@/api/useSend'
import { Button, ButtonLink } from '@/design/Button'
import { CheckRow } from '@/design/Choice'
import { useToast } from '@/design/Toast'
import type { BadgeInFull } from './badge'
import { ArchiveClubBadge, RestoreClubBadge, ShareClubBadgeInPool } from './documents'

/** Change, share with other clubs, put away and bring back. */
export function BadgeActs({ badge, groupId }: { badge: BadgeInFull; groupId: string }) {
  const { t } = useLingui()
  const say = useToast()
  const [share, sharing] = useSend(ShareClubBadgeInPool)
  const [archive, archiving] = useSend(ArchiveClubBadge)
  const [restore, restoring] = useSend(RestoreClubBadge)
  const achievementId = badge.achievement.id

  async function pool(shared: boolean): Promise<void> {
    const sent = await share({ achievementId, shared })
    if (sent.outcome === 'refused' || sent.outcome === 'unsent') say({ text: sent.problems[0]?.message })
  }

  async function bringBack(): Promise<void> {
    const sent = await restore({ achievementId })
    if (sent.outcome === 'refused' || sent.outcome === 'unsent') say({ text: sent.problems[0]?.message })
    else say({ text: t`It can be given again.` })
  }

  async function putAway(): Promise<void> {
    const sent = await archive({ achievementId })
    if (sent.outcome === 'refused' || sent.outcome === 'unsent') say({ text: sent.problems[0]?.message })
    else say({ text: t`Archived. Who has it keeps it.`, undo: () => void bringBack() })
  }

  return (
    <section className="stack danger-zone" aria-label={t`What you can do with it`}>
      {!badge.archived && (
        <div className="card">
          <CheckRow
            checked={badge.pooled}
            onChange={on => !sharing && void pool(on)}
            note={t`They may take it and change it; your club is credited.`}
          >
            <Trans>Share it with other clubs</Trans>
          </CheckRow>
        </div>
      )}
      <div className="row">
        {!badge.archived && (
          <ButtonLink to={`/lead/${groupId}/badges/${achievementId}/change`} look="quiet">
            <Pencil aria-hidden="true" size={20} />
            <Trans>Change</Trans>
          </ButtonLink>
        )}
        {badge.archived ? (
          <Button look="quiet" busy={restoring} onClick={() => void bringBack()}>
            <ArchiveRestore aria-hidden="true" size={20} />
            <Trans>Give it again</Trans>
          </Button>
        ) : (
          <Button look="quiet" busy={archiving} onClick={() => void putAway()}>
            <Archive aria-hidden="true" size={20} />
            <Trans>Archive</Trans>
          </Button>
        )}
      </div>
    </section>
  )
}
