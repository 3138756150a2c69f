import { Trans, useLingui } from '@lingui/react/macro'
import { DoorOpen, ExternalLink, Flag } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Problem } from '@/api/problems'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { FieldError } from '@/design/Field'
import { Sheet } from '@/design/Sheet'
import { useToast } from '@/design/Toast'
import { ReportSheet } from '@/report/ReportSheet'
import { type Club, isIn } from './club'
import { LeaveClub } from './documents'

/** The ways out: leaving, and a word when something is wrong. */
export function LeaveAndReport({ club }: { club: Club }) {
  const { card } = club
  const { t } = useLingui()
  const [, go] = useLocation()
  const say = useToast()
  const [leaving, setLeaving] = useState(false)
  const [reporting, setReporting] = useState(false)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [leave, busy] = useSend(LeaveClub)

  async function goOut(): Promise<void> {
    const sent = await leave({ groupId: card.groupId })
    if (sent.outcome === 'done') {
      say({ text: t`You have left “${card.name}”. Your badges stay yours.` })
      go('/clubs', { replace: true })
    } else if (sent.outcome !== 'saved') setProblems(sent.problems)
  }

  return (
    <>
      <ul className="card list club-ways">
        {club.publicUrl && (
          <li>
            <a href={club.publicUrl} className="list-row club-way" target="_blank" rel="noreferrer">
              <ExternalLink aria-hidden="true" />
              <span className="grow">
                <Trans>Public page of the club</Trans>
              </span>
            </a>
          </li>
        )}
        <li>
          <button type="button" className="list-row club-way" onClick={() => setReporting(true)}>
            <Flag aria-hidden="true" />
            <span className="grow">
              <Trans>Something here is not right</Trans>
            </span>
          </button>
        </li>
        {isIn(card) && (
          <li>
            <button type="button" className="list-row club-way" onClick={() => setLeaving(true)}>
              <DoorOpen aria-hidden="true" />
              <span className="grow">
                <Trans>Leave the club</Trans>
              </span>
            </button>
          </li>
        )}
      </ul>
      <Sheet
        title={<Trans>Leave the club?</Trans>}
        open={leaving}
        onClose={() => setLeaving(false)}
        actions={
          <>
            <Button look="quiet" onClick={() => setLeaving(false)}>
              <Trans>Stay</Trans>
            </Button>
            <Button look="danger" busy={busy} onClick={() => void goOut()}>
              <Trans>Leave</Trans>
            </Button>
          </>
        }
      >
        <p>
          <Trans>Your badges stay yours. To come back you need the code again.</Trans>
        </p>
        <FieldError message={problems[0]?.message} />
      </Sheet>
      {reporting && (
        <ReportSheet kind="clubs.Club" objectId={card.groupId} onClose={() => setReporting(false)} />
      )}
    </>
  )
}
