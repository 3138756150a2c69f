import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { FieldError } from '@/design/Field'
import { HandOverLink } from '@/design/HandOverLink'
import { Link } from '@/design/Link'
import { Sheet } from '@/design/Sheet'
import { fullDay } from '@/i18n/dates'
import { RenewOne } from './documents'
import type { Given } from './given'

type RenewSheetProps = { given: Given; onClose: () => void; onSeen: (newer: string) => void }

/** One more time for one person. Who took the badge by a link left no address: they are told in the portal and by hand. */
export function RenewSheet({ given, onClose, onSeen }: RenewSheetProps) {
  const [renew, renewing] = useSend(RenewOne)
  const [newer, setNewer] = useState<string>()
  const [problem, setProblem] = useState<string>()

  async function act(): Promise<void> {
    const sent = await renew({ credentialId: given.id })
    if (sent.outcome === 'refused' || sent.outcome === 'unsent') return setProblem(sent.problems[0]?.message)
    const id = sent.outcome === 'done' ? sent.payload.credential?.id : undefined
    if (given.isOutside && id) setNewer(id)
    else onSeen(id ?? given.id)
  }

  if (newer)
    return (
      <Sheet title={<Trans>Renewed</Trans>} open onClose={() => onSeen(newer)}>
        <p>
          <Trans>
            {given.learner} reads of it in the portal. We keep no e-mail address of people outside: if you
            have one, write to them with this link. It opens the badge for nobody else.
          </Trans>
        </p>
        <HandOverLink url={`${location.origin}/app/badges/${newer}`} />
      </Sheet>
    )
  return (
    <Sheet
      title={<Trans>Renew the badge?</Trans>}
      open
      onClose={onClose}
      actions={
        <Button busy={renewing} onClick={() => void act()}>
          <Trans>Renew it</Trans>
        </Button>
      }
    >
      <p>
        {given.validUntil && given.state !== 'expired' && (
          <Trans>
            It is valid until {fullDay(given.validUntil)}; the new time begins then, so that no day is lost.
          </Trans>
        )}
        {given.state === 'expired' && <Trans>Its time is over; the new one begins today.</Trans>}
      </p>
      <p className="quiet">
        <Trans>The new badge is signed at once and leads back to the old one, which keeps its page.</Trans>
      </p>
      {given.isOutside && (
        <p className="quiet">
          <Trans>
            No letter is sent: we keep no address of people outside. To write to one or many,{' '}
            <Link to="/offers/new">offer them the badge again</Link>. Whoever has it and takes it gets it
            renewed.
          </Trans>
        </p>
      )}
      <FieldError message={problem} />
    </Sheet>
  )
}
