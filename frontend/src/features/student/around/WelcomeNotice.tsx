import { Trans } from '@lingui/react/macro'
import { Eye, Lock, MessageCircleQuestion } from 'lucide-react'
import { useState } from 'react'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { Sheet } from '@/design/Sheet'
import { AcknowledgeNotice } from './documents'

/** Shown once, at the first sign-in: what is kept, who sees it, whom to ask. Closed unread, it comes back. */
export function WelcomeNotice({ givenName }: { givenName: string }) {
  const [open, setOpen] = useState(true)
  const [send] = useSend(AcknowledgeNotice)

  function acknowledge(): void {
    setOpen(false)
    void send({}, { later: true })
  }

  return (
    <Sheet
      title={<Trans>Hello, {givenName}!</Trans>}
      open={open}
      onClose={() => setOpen(false)}
      actions={
        <Button onClick={acknowledge}>
          <Trans>I understand</Trans>
        </Button>
      }
    >
      <p>
        <Trans>Here you collect badges for what you really do. Three things before you start:</Trans>
      </p>
      <ul className="stack">
        <li className="point">
          <Lock aria-hidden="true" />
          <p>
            <strong>
              <Trans>What is kept.</Trans>
            </strong>{' '}
            <Trans>
              Your name, your class, the steps you have done, your work and your badges. No e-mail, no place
              where you are.
            </Trans>
          </p>
        </li>
        <li className="point">
          <Eye aria-hidden="true" />
          <p>
            <strong>
              <Trans>Who sees it.</Trans>
            </strong>{' '}
            <Trans>
              Your teachers and your class see your name. Only you and the person who assesses it see your
              work. Nobody outside sees anything until you share it.
            </Trans>
          </p>
        </li>
        <li className="point">
          <MessageCircleQuestion aria-hidden="true" />
          <p>
            <strong>
              <Trans>Whom to ask.</Trans>
            </strong>{' '}
            <Trans>
              Your teacher or the school: they show you your data, correct or delete them. You find this again
              under “Me”.
            </Trans>
          </p>
        </li>
      </ul>
    </Sheet>
  )
}
