import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Copy, EyeOff, Share2 } from 'lucide-react'
import { Button } from '@/design/Button'
import { QrPicture } from '@/design/QrPicture'
import { Sheet } from '@/design/Sheet'
import { useToast } from '@/design/Toast'
import { fullDay } from '@/i18n/dates'
import type { Presentation } from './presentation'
import type { Editing } from './usePresentation'
import { useTakeDown } from './useTakeDown'

type LinkSheetProps = { page: Presentation; editing: Editing; onClose: () => void }

/** The way to the page: a code to scan, a link to send; and the one tap that takes it down. */
export function LinkSheet({ page, editing, onClose }: LinkSheetProps) {
  const { t } = useLingui()
  const say = useToast()
  const takeDown = useTakeDown(page, editing, onClose)
  const sends = 'share' in navigator

  async function handOver(): Promise<void> {
    if (sends) await navigator.share({ url: page.url }).catch(() => undefined)
    else {
      await navigator.clipboard.writeText(page.url)
      say({ text: t`The link is copied.` })
    }
  }

  return (
    <Sheet title={<Trans>The page is open</Trans>} open onClose={onClose}>
      <QrPicture svg={page.qrSvg} alt={t`Code with the link to your page`} />
      <p className="presentation-link">{page.url}</p>
      <Button wide onClick={() => void handOver()}>
        {sends ? <Share2 aria-hidden="true" size={20} /> : <Copy aria-hidden="true" size={20} />}
        {sends ? <Trans>Send the link</Trans> : <Trans>Copy the link</Trans>}
      </Button>
      <p className="quiet">
        {page.card.openUntil && <Trans>It works until {fullDay(page.card.openUntil)}.</Trans>}{' '}
        <Plural
          value={page.card.views}
          _0="Nobody has opened it yet."
          one="Opened # time."
          other="Opened # times."
        />{' '}
        <Trans>Who opened it is kept nowhere. Whoever has the link can read the page.</Trans>
      </p>
      <Button look="quiet" wide busy={takeDown.busy} onClick={() => void takeDown.act()}>
        <EyeOff aria-hidden="true" size={20} />
        <Trans>Take the page down</Trans>
      </Button>
    </Sheet>
  )
}
