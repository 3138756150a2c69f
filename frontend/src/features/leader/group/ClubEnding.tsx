import { Trans, useLingui } from '@lingui/react/macro'
import { Archive, ArchiveRestore, LogOut } from 'lucide-react'
import { useLocation } from 'wouter'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { useToast } from '@/design/Toast'
import type { ClubInFull } from './club'
import { ArchiveClub, LeaveLedClub, RestoreClub } from './documents'

/** Archiving is undone with one tap; leaving is for a club that others lead as well. */
export function ClubEnding({ club }: { club: ClubInFull }) {
  const { t } = useLingui()
  const say = useToast()
  const [, go] = useLocation()
  const [archive, archiving] = useSend(ArchiveClub)
  const [restore, restoring] = useSend(RestoreClub)
  const [leave, leaving] = useSend(LeaveLedClub)
  const { groupId, archived } = club.card

  async function act(send: typeof archive | typeof restore | typeof leave, text: string): Promise<boolean> {
    const sent = await send({ groupId })
    if (sent.outcome === 'refused' || sent.outcome === 'unsent') {
      say({ text: sent.problems[0]?.message })
      return false
    }
    const undo = send === archive ? () => void act(restore, t`The club is open again.`) : undefined
    say({ text, ...(undo && { undo }) })
    return true
  }

  return (
    <section className="stack danger-zone" aria-label={t`Ending`}>
      {archived ? (
        <Button look="quiet" busy={restoring} onClick={() => void act(restore, t`The club is open again.`)}>
          <ArchiveRestore aria-hidden="true" size={20} />
          <Trans>Open the club again</Trans>
        </Button>
      ) : (
        <Button
          look="quiet"
          busy={archiving}
          onClick={() => void act(archive, t`The club is archived.`).then(done => done && go('/lead'))}
        >
          <Archive aria-hidden="true" size={20} />
          <Trans>Archive the club</Trans>
        </Button>
      )}
      {club.leaders.length > 1 ? (
        <Button
          look="danger"
          busy={leaving}
          onClick={() => void act(leave, t`You have left the club.`).then(done => done && go('/lead'))}
        >
          <LogOut aria-hidden="true" size={20} />
          <Trans>Leave the club</Trans>
        </Button>
      ) : (
        <p className="quiet">
          <Trans>To leave, hand the club on first: in Members, choose who leads it from now on.</Trans>
        </p>
      )}
    </section>
  )
}
