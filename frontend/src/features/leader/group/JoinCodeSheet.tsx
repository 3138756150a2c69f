import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Copy, RefreshCw } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import type { ResultOf } from '@/api/graphql'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { FieldError } from '@/design/Field'
import { Skeleton } from '@/design/Notices'
import { Sheet } from '@/design/Sheet'
import { useToast } from '@/design/Toast'
import { dayAndMonth } from '@/i18n/dates'
import { EndJoinCode, ShowJoinCode } from './documents'

type Code = NonNullable<NonNullable<ResultOf<typeof ShowJoinCode>['showJoinCode']>['joinCode']>
type JoinCodeSheetProps = { groupId: string; open: boolean; onClose: () => void }

/** The code to hold up: large enough to be scanned across a table, with letters for who cannot scan. */
export function JoinCodeSheet({ groupId, open, onClose }: JoinCodeSheetProps) {
  const { t } = useLingui()
  const say = useToast()
  const [code, setCode] = useState<Code | null>(null)
  const [problem, setProblem] = useState<string>()
  const [show, showing] = useSend(ShowJoinCode)
  const [end, ending] = useSend(EndJoinCode)

  const fetchCode = useCallback(
    async (renew: boolean): Promise<void> => {
      setProblem(undefined)
      const sent = await show({ groupId, renew })
      if (sent.outcome === 'done') setCode(sent.payload.joinCode ?? null)
      else if (sent.outcome !== 'saved') setProblem(sent.problems[0]?.message)
    },
    [groupId, show],
  )
  useEffect(() => {
    if (open) void fetchCode(false)
  }, [open, fetchCode])

  async function turnOff(): Promise<void> {
    const sent = await end({ groupId })
    if (sent.outcome === 'refused' || sent.outcome === 'unsent') return setProblem(sent.problems[0]?.message)
    setCode(null)
    say({ text: t`The code is off. Nobody can join with it any more.` })
    onClose()
  }

  return (
    <Sheet
      title={<Trans>Join with this code</Trans>}
      open={open}
      onClose={onClose}
      actions={
        code && (
          <>
            <Button look="quiet" busy={ending} onClick={() => void turnOff()}>
              <Trans>Turn it off</Trans>
            </Button>
            <Button look="quiet" busy={showing} onClick={() => void fetchCode(true)}>
              <RefreshCw aria-hidden="true" size={20} />
              <Trans>A new code</Trans>
            </Button>
          </>
        )
      }
    >
      {!code && showing && <Skeleton rows={2} />}
      <FieldError message={problem} />
      {code && (
        <div className="join-code">
          <img
            src={`data:image/svg+xml;utf8,${encodeURIComponent(code.qrSvg)}`}
            alt={t`QR code with which people join`}
            width={288}
            height={288}
          />
          <p className="join-letters">{code.code}</p>
          <p className="quiet join-address">{code.url}</p>
          <Button look="plain" onClick={() => void copy(code.url).then(() => say({ text: t`Copied.` }))}>
            <Copy aria-hidden="true" size={20} />
            <Trans>Copy the link</Trans>
          </Button>
          <p className="quiet">
            <Trans>Works until {dayAndMonth(code.expiresAt)}.</Trans>{' '}
            <Plural
              value={code.used}
              _0="Nobody has used it yet."
              one="# person has used it."
              other="# people have used it."
            />
          </p>
        </div>
      )}
    </Sheet>
  )
}

const copy = (text: string) => navigator.clipboard.writeText(text)
