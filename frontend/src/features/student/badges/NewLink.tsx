import { Trans, useLingui } from '@lingui/react/macro'
import { Copy, Printer, Share2 } from 'lucide-react'
import { Button } from '@/design/Button'
import { Field } from '@/design/Field'
import { useToast } from '@/design/Toast'

/** The address is told once: the portal keeps only a digest of its secret. */
export function NewLink({ url, name }: { url: string; name: string }) {
  const { t } = useLingui()
  const say = useToast()

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(url)
      say({ text: t`Copied.` })
    } catch {
      say({ text: t`It could not be copied. Hold the address and copy it by hand.` })
    }
  }

  async function pass(): Promise<void> {
    // Closing the phone's own sheet rejects; nothing has to be said about it.
    await navigator.share({ title: name, url }).catch(() => undefined)
  }

  return (
    <div className="stack stack-tight">
      <Field
        label={<Trans>Your link</Trans>}
        hint={<Trans>Copy it now: you see it only once. You can make another at any time.</Trans>}
        value={url}
        readOnly
        onFocus={event => event.target.select()}
      />
      <div className="row">
        <Button onClick={() => void copy()}>
          <Copy aria-hidden="true" size={20} />
          <Trans>Copy</Trans>
        </Button>
        {'share' in navigator && (
          <Button look="quiet" onClick={() => void pass()}>
            <Share2 aria-hidden="true" size={20} />
            <Trans>Send it on</Trans>
          </Button>
        )}
        <a className="button button-plain" href={url.replace('?', '.pdf?')} download>
          <Printer aria-hidden="true" size={20} />
          <Trans>Page with its code (PDF)</Trans>
        </a>
      </div>
    </div>
  )
}
