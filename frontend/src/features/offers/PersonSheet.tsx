import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { type Problem, problemAt } from '@/api/problems'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { Field, FieldError } from '@/design/Field'
import { HandOverLink } from '@/design/HandOverLink'
import { Sheet } from '@/design/Sheet'
import { useToast } from '@/design/Toast'
import { dayAndMonth } from '@/i18n/dates'
import { CancelOffer, CorrectOffer, SendOfferAgain, ShowOfferLink } from './documents'
import type { Offer } from './offer'

type PersonSheetProps = { offer: Offer; onPaper: boolean; onClose: () => void }

/** What helps one person: another letter, another address, the link by hand, or an end. */
export function PersonSheet({ offer, onPaper, onClose }: PersonSheetProps) {
  const { t } = useLingui()
  const say = useToast()
  const [email, setEmail] = useState(offer.email)
  const [url, setUrl] = useState('')
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [again, sending] = useSend(SendOfferAgain)
  const [correct, correcting] = useSend(CorrectOffer)
  const [cancel, cancelling] = useSend(CancelOffer)
  const [show, showing] = useSend(ShowOfferLink)
  const offerId = offer.id

  async function told(
    sent: Awaited<ReturnType<typeof again | typeof correct | typeof cancel>>,
    words: string,
  ) {
    if (sent.outcome === 'refused' || sent.outcome === 'unsent') return setProblems(sent.problems)
    say({ text: words })
    onClose()
  }

  async function showLink(): Promise<void> {
    const sent = await show({ offerId })
    if (sent.outcome === 'refused' || sent.outcome === 'unsent') setProblems(sent.problems)
    else if (sent.outcome === 'done') setUrl(sent.payload.url ?? '')
  }

  const other = email.trim().toLowerCase() !== offer.email
  return (
    <Sheet title={offer.name || offer.email || `№ ${offer.position}`} open onClose={onClose}>
      {!onPaper && (
        <>
          <Field
            type="email"
            label={<Trans>E-mail address</Trans>}
            hint={
              <Trans>A corrected address gets a link of its own; the old one opens nothing any more.</Trans>
            }
            value={email}
            onChange={event => setEmail(event.target.value)}
            error={problemAt(problems, 'email')}
          />
          <Letters offer={offer} />
          {other ? (
            <Button
              busy={correcting}
              onClick={async () =>
                told(await correct({ offerId, email }), t`The letter goes to the new address.`)
              }
            >
              <Trans>Correct the address</Trans>
            </Button>
          ) : (
            offer.state !== 'waiting' &&
            !offer.quietAt && (
              <Button
                busy={sending}
                onClick={async () => told(await again({ offerId }), t`Another letter is on its way.`)}
              >
                <Trans>Send the letter again</Trans>
              </Button>
            )
          )}
        </>
      )}
      {offer.state !== 'waiting' && !url && (
        <Button look="quiet" busy={showing} onClick={() => void showLink()}>
          <Trans>Show the link, to hand it over yourself</Trans>
        </Button>
      )}
      {url && <HandOverLink url={url} />}
      <Button
        look="plain"
        busy={cancelling}
        onClick={async () => told(await cancel({ offerId }), t`This offer is ended.`)}
      >
        <Trans>End this offer</Trans>
      </Button>
      <FieldError message={problems.find(({ field }) => field !== 'email')?.message} />
    </Sheet>
  )
}

/** What has left so far, and whether more will. */
function Letters({ offer: { mailedAt, mailDueAt, reminded, quietAt } }: { offer: Offer }) {
  if (!mailedAt) return null
  return (
    <p className="quiet">
      <Trans>Last letter: {dayAndMonth(mailedAt)}.</Trans>{' '}
      <Plural value={reminded} _0="No reminder yet." one="# reminder." other="# reminders." />{' '}
      {quietAt && <Trans>This person wants no more letters about it.</Trans>}
      {!quietAt && mailDueAt && <Trans>The next one leaves on {dayAndMonth(mailDueAt)}.</Trans>}
      {!quietAt && !mailDueAt && <Trans>No more reminders are sent.</Trans>}
    </p>
  )
}
