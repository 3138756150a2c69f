import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { DoorClosed, DoorOpen } from 'lucide-react'
import { useState } from 'react'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { Sheet } from '@/design/Sheet'
import { useToast } from '@/design/Toast'
import { clock } from '@/i18n/dates'
import { useNow } from '../steady/useNow'
import { CloseSignIn, OpenSignIn } from './documents'

type SignInButtonProps = { groupId: string; openUntil: string | null }

/** Whether a card alone signs in just now, and for how long; opens and closes it. */
export function SignInButton({ groupId, openUntil }: SignInButtonProps) {
  const { t } = useLingui()
  const say = useToast()
  const [shown, setShown] = useState(false)
  const [open, opening] = useSend(OpenSignIn)
  const [close, closing] = useSend(CloseSignIn)
  const [answered, setAnswered] = useState<{ until: string | null; instead: string | null } | null>(null)
  const until = answered && answered.instead === openUntil ? answered.until : openUntil
  const left = useMinutesLeft(until)

  async function turn(act: typeof open | typeof close): Promise<void> {
    const sent = await act({ groupId })
    if (sent.outcome === 'done') {
      const payload = sent.payload as { signInOpenUntil: string | null }
      setAnswered({ until: payload.signInOpenUntil, instead: openUntil })
      setShown(false)
    } else if (sent.outcome !== 'saved') say({ text: sent.problems[0]?.message })
  }

  return (
    <>
      <Button look="quiet" onClick={() => setShown(true)}>
        {left > 0 ? <DoorOpen aria-hidden="true" size={20} /> : <DoorClosed aria-hidden="true" size={20} />}
        {left > 0 ? (
          <Plural value={left} one="Sign-in open · # min" other="Sign-in open · # min" />
        ) : (
          <Trans>Sign-in</Trans>
        )}
      </Button>
      <Sheet
        title={left > 0 ? <Trans>Sign-in is open</Trans> : <Trans>Open sign-in</Trans>}
        open={shown}
        onClose={() => setShown(false)}
        actions={
          <>
            {left > 0 && (
              <Button look="quiet" busy={closing} onClick={() => void turn(close)}>
                <Trans>Close now</Trans>
              </Button>
            )}
            <Button busy={opening} onClick={() => void turn(open)}>
              {left > 0 ? <Trans>15 minutes more</Trans> : <Trans>Open for 15 minutes</Trans>}
            </Button>
          </>
        }
      >
        <p>
          <Trans>
            While it is open, students scan the card they hold and are in, without a PIN. Open it when you see
            the class; it closes by itself.
          </Trans>
        </p>
        {left > 0 && until && <p>{t`It closes at ${clock(until)}.`}</p>}
      </Sheet>
    </>
  )
}

/** Whole minutes until then, 0 when it is over. */
function useMinutesLeft(until: string | null): number {
  const now = useNow(until !== null)
  return until === null ? 0 : Math.max(0, Math.ceil((Date.parse(until) - now) / 60_000))
}
