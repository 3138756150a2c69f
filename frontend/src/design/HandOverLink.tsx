import { Trans, useLingui } from '@lingui/react/macro'
import { Copy, Share2 } from 'lucide-react'
import { Button } from './Button'
import { useToast } from './Toast'

/** A link to hand over oneself: the phone's own sheet for sharing, or a copy where there is none. */
export function HandOverLink({ url }: { url: string }) {
  const { t } = useLingui()
  const say = useToast()
  const shares = 'share' in navigator

  async function handOver(): Promise<void> {
    if (shares) return navigator.share({ url }).catch(() => undefined)
    await navigator.clipboard.writeText(url)
    say({ text: t`The link is copied.` })
  }

  return (
    <>
      <p className="written">{url}</p>
      <Button look="quiet" wide onClick={() => void handOver()}>
        {shares ? <Share2 aria-hidden="true" size={20} /> : <Copy aria-hidden="true" size={20} />}
        {shares ? <Trans>Send the link</Trans> : <Trans>Copy the link</Trans>}
      </Button>
    </>
  )
}
