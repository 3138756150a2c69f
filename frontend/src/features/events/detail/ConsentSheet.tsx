import { Trans, useLingui } from '@lingui/react/macro'
import { Copy, Share2 } from 'lucide-react'
import { useState } from 'react'
import type { Problem } from '@/api/problems'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { FieldError } from '@/design/Field'
import { Sheet } from '@/design/Sheet'
import { useToast } from '@/design/Toast'
import { AskConsent } from '../documents'
import { QrPicture } from '../QrPicture'

type Asked = { url: string; qrSvg: string }
type ConsentButtonProps = { eventId: string; asking: boolean; onClose: () => void }

/** Opens the sheet with the link for the guardian; after signing up it opens by itself. */
export function ConsentButton({ eventId, asking, onClose }: ConsentButtonProps) {
  const [opened, setOpened] = useState(false)
  const open = opened || asking
  return (
    <>
      <Button onClick={() => setOpened(true)}>
        <Trans>Ask my guardian to agree</Trans>
      </Button>
      <Sheet
        title={<Trans>Your guardian has to agree</Trans>}
        open={open}
        onClose={() => {
          setOpened(false)
          onClose()
        }}
      >
        <ConsentLink eventId={eventId} />
      </Sheet>
    </>
  )
}

function ConsentLink({ eventId }: { eventId: string }) {
  const { t } = useLingui()
  const say = useToast()
  const [ask, busy] = useSend(AskConsent)
  const [asked, setAsked] = useState<Asked | null>(null)
  const [problems, setProblems] = useState<readonly Problem[]>([])

  async function show(): Promise<void> {
    const sent = await ask({ purpose: 'event', aboutId: eventId })
    if (sent.outcome === 'done') setAsked({ url: sent.payload.url ?? '', qrSvg: sent.payload.qrSvg ?? '' })
    else if (sent.outcome !== 'saved') setProblems(sent.problems)
  }

  async function handOver(url: string): Promise<void> {
    if (navigator.share) await navigator.share({ url }).catch(() => undefined)
    else {
      await navigator.clipboard.writeText(url)
      say({ text: t`The link is copied.` })
    }
  }

  if (!asked)
    return (
      <>
        <p>
          <Trans>
            A place is kept for you. Hand the link to your parent or guardian: they read what it is about and
            choose “I agree” or “I do not agree”. Nothing is sent without you.
          </Trans>
        </p>
        <FieldError message={problems[0]?.message} />
        <Button busy={busy} onClick={() => void show()} wide>
          <Trans>Show the link and the code</Trans>
        </Button>
      </>
    )
  return (
    <>
      <p>
        <Trans>Let your guardian scan this with their phone, or send them the link.</Trans>
      </p>
      <QrPicture svg={asked.qrSvg} alt={t`Code with the link for your guardian`} />
      <p className="event-link">{asked.url}</p>
      <Button look="quiet" onClick={() => void handOver(asked.url)} wide>
        {'share' in navigator ? (
          <Share2 aria-hidden="true" size={20} />
        ) : (
          <Copy aria-hidden="true" size={20} />
        )}
        {'share' in navigator ? <Trans>Send the link</Trans> : <Trans>Copy the link</Trans>}
      </Button>
      <p className="quiet">
        <Trans>The link is shown once. If it gets lost, ask again here: the old one stops working.</Trans>
      </p>
    </>
  )
}
