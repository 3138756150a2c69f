import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useNetwork } from '@/api/network'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { Field } from '@/design/Field'
import { Sheet } from '@/design/Sheet'
import { isSignInCard, mayBeCode } from '../here/codes'
import { Scanner } from '../here/Scanner'
import { CheckInByPersonalCode } from './documents'
import { momentOfTick } from './ticks'

type ScanSheetProps = { eventId: string; closesAt: string; open: boolean; onClose: () => void }
type Line = { id: number; good: boolean; text: string }

/** People hold up their own check-in codes one after another; each answer stands in words under the picture. */
export function ScanSheet({ eventId, closesAt, open, onClose }: ScanSheetProps) {
  return (
    <Sheet title={<Trans>Scan check-in codes</Trans>} open={open} onClose={onClose}>
      <Scanning eventId={eventId} closesAt={closesAt} />
    </Sheet>
  )
}

function Scanning({ eventId, closesAt }: { eventId: string; closesAt: string }) {
  const { online } = useNetwork()
  const { t } = useLingui()
  const [lines, setLines] = useState<readonly Line[]>([])
  const [typed, setTyped] = useState('')
  const [checkIn, busy] = useSend(CheckInByPersonalCode)
  const note = (good: boolean, text: string) =>
    setLines(all => [{ id: (all[0]?.id ?? 0) + 1, good, text }, ...all].slice(0, 5))

  async function read(text: string): Promise<void> {
    if (!mayBeCode(text)) return note(false, t`This is not a check-in code.`)
    const at = online ? null : momentOfTick(closesAt, new Date())
    const sent = await checkIn({ eventId, code: text.trim(), at }, { later: !isSignInCard(text) })
    if (sent.outcome === 'done') note(true, sent.payload.name ?? '')
    else if (sent.outcome === 'saved') note(true, t`Saved on the phone; it will be sent later.`)
    else note(false, sent.problems[0]?.message ?? '')
  }

  return (
    <>
      <Scanner onFound={text => void read(text)} label={t`Picture of the camera`} />
      <ul className="scan-lines" aria-live="polite">
        {lines.map(({ id, good, text }) => (
          <li key={id} className={good ? 'notice notice-done' : 'notice notice-attention'}>
            {good ? '✓ ' : ''}
            {text}
          </li>
        ))}
      </ul>
      <form
        className="scan-typed"
        onSubmit={event => {
          event.preventDefault()
          void read(typed)
          setTyped('')
        }}
      >
        <Field
          label={t`Or type the code`}
          autoComplete="off"
          autoCapitalize="characters"
          value={typed}
          onChange={event => setTyped(event.target.value)}
        />
        <Button type="submit" look="quiet" busy={busy} disabled={typed.trim() === ''}>
          <Trans>Tick</Trans>
        </Button>
      </form>
    </>
  )
}
