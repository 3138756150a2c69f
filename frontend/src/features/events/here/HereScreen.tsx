import { Trans, useLingui } from '@lingui/react/macro'
import { Camera } from 'lucide-react'
import { useState } from 'react'
import type { Problem } from '@/api/problems'
import { useRead } from '@/api/useRead'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { FieldError } from '@/design/Field'
import { Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { CheckInByCode, CheckInByDigits, EventScreenDocument } from '../documents'
import { mayBeCode } from './codes'
import { Digits } from './Digits'
import { Done } from './Done'
import { Scanner } from './Scanner'

/** "I am here": four digits from the screen in the room, or its code by the camera. */
export default function HereScreen({ eventId }: { eventId: string }) {
  const { t } = useLingui()
  const { data, loading } = useRead(EventScreenDocument, { id: eventId })
  const [byDigits, sendingDigits] = useSend(CheckInByDigits)
  const [byCode, sendingCode] = useSend(CheckInByCode)
  const [digits, setDigits] = useState('')
  const [scanning, setScanning] = useState(false)
  const [here, setHere] = useState(false)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const event = data?.event
  const done = here || event?.card.attended === true

  function after(sent: { outcome: string; problems?: readonly Problem[] }): void {
    setScanning(false)
    if (sent.outcome === 'done') setHere(true)
    else {
      setDigits('')
      setProblems(sent.problems ?? [])
    }
  }

  async function type(value: string): Promise<void> {
    setDigits(value)
    setProblems([])
    if (value.length === 4 && !sendingDigits) after(await byDigits({ eventId, digits: value }))
  }

  async function scanned(text: string): Promise<void> {
    if (sendingCode) return
    if (mayBeCode(text)) after(await byCode({ code: text.trim() }))
    else
      setProblems([
        {
          field: '',
          code: 'CODE_WRONG',
          message: t`This is another code. Scan the one on the screen or on the poster of the event.`,
        },
      ])
  }

  return (
    <Screen title={event ? event.card.title : t`I am here`} back={`/events/${eventId}`}>
      {loading && <Skeleton />}
      {done ? (
        <Done event={event} />
      ) : (
        <>
          <Digits
            value={digits}
            busy={sendingDigits}
            error={problems[0]?.message}
            onChange={value => void type(value)}
          />
          {scanning ? (
            <Scanner onFound={text => void scanned(text)} label={t`Picture of the camera`} />
          ) : (
            <Button
              look="quiet"
              onClick={() => {
                setProblems([])
                setScanning(true)
              }}
              wide
            >
              <Camera aria-hidden="true" size={20} />
              <Trans>Scan the code instead</Trans>
            </Button>
          )}
          <FieldError message={scanning ? problems[0]?.message : undefined} />
          <p className="quiet">
            <Trans>
              Your place is never measured or kept: the digits are only shown in the room. No phone at hand?
              Tell the person who leads; they tick you in.
            </Trans>
          </p>
        </>
      )}
    </Screen>
  )
}
