import { Trans, useLingui } from '@lingui/react/macro'
import { Copy, Share2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Problem } from '@/api/problems'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { FieldError } from '@/design/Field'
import { QrPicture } from '@/design/QrPicture'
import { Sheet } from '@/design/Sheet'
import { useToast } from '@/design/Toast'
import { AskConsent } from './documents'
import './guardian.css'

export type GuardianLinkProps = {
  /** "event", "club", "sharing", … as the server names the purposes. */
  purpose: string
  aboutId?: string
  /** What is kept for the person meanwhile. */
  intro?: ReactNode
  onClose: () => void
}

type Asked = { url: string; qrSvg: string }

/** The link with which a guardian reads and answers; the student hands it over, nothing is sent. */
export default function GuardianLink({ onClose, ...question }: GuardianLinkProps) {
  return (
    <Sheet title={<Trans>Your guardian has to agree</Trans>} open onClose={onClose}>
      <Question {...question} />
    </Sheet>
  )
}

function Question({ purpose, aboutId, intro }: Omit<GuardianLinkProps, 'onClose'>) {
  const { t } = useLingui()
  const say = useToast()
  const [ask, busy] = useSend(AskConsent)
  const [asked, setAsked] = useState<Asked | null>(null)
  const [problems, setProblems] = useState<readonly Problem[]>([])

  async function show(): Promise<void> {
    const sent = await ask({ purpose, aboutId: aboutId ?? null })
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
        {intro && <p>{intro}</p>}
        <p>
          <Trans>
            Hand the link to your parent or guardian: they read what it is about and choose “I agree” or “I do
            not agree”. Nothing is sent without you.
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
      <p className="guardian-link">{asked.url}</p>
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
