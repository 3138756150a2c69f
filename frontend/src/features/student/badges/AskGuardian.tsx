import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { FieldError } from '@/design/Field'
import { AskGuardian as AskGuardianDocument } from './documents'
import { NewLink } from './NewLink'

type Link = { url: string; qrSvg: string }

/** A secret link for the guardian, handed over by the student: to scan, to send, to copy. No e-mail is sent. */
export function AskGuardian() {
  const { t } = useLingui()
  const [link, setLink] = useState<Link>()
  const [problem, setProblem] = useState<string>()
  const [send, sending] = useSend(AskGuardianDocument)

  async function ask(): Promise<void> {
    const sent = await send({ purpose: 'sharing' })
    if (sent.outcome === 'refused' || sent.outcome === 'unsent') return setProblem(sent.problems[0]?.message)
    if (sent.outcome === 'done' && sent.payload.url && sent.payload.qrSvg)
      setLink({ url: sent.payload.url, qrSvg: sent.payload.qrSvg })
  }

  if (!link)
    return (
      <div className="stack stack-tight">
        <div>
          <Button look="quiet" busy={sending} onClick={() => void ask()}>
            <Trans>Ask my guardian</Trans>
          </Button>
        </div>
        <FieldError message={problem} />
      </div>
    )
  return (
    <div className="stack stack-tight">
      <p>
        <Trans>Let your guardian scan this, or send them the link. It works for fourteen days.</Trans>
      </p>
      <img
        className="guardian-code"
        alt={t`QR code of the link for your guardian`}
        src={`data:image/svg+xml;utf8,${encodeURIComponent(drawing(link.qrSvg))}`}
      />
      <NewLink url={link.url} name={t`For my guardian`} />
    </div>
  )
}

/** As a picture of its own an SVG names its language. */
function drawing(svg: string): string {
  return svg.includes('xmlns') ? svg : svg.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"')
}
