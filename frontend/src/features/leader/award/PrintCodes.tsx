import { Trans, useLingui } from '@lingui/react/macro'
import { Printer } from 'lucide-react'
import { useState } from 'react'
import { type Problem, problemAt } from '@/api/problems'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { Field, FieldError } from '@/design/Field'
import { Sheet } from '@/design/Sheet'
import { PrintClaimCodes } from './documents'
import { OpenSheets } from './OpenSheets'
import type { BadgeChoice } from './recognise'

/** Slips on one page. */
const ONE_PAGE = 8
const MOST = 40

/** For people without an account: slips with a code, one for each. The page to print opens once. */
export function PrintCodes({ groupId, badge, note }: { groupId: string; badge: BadgeChoice; note: string }) {
  const { t } = useLingui()
  const [open, setOpen] = useState(false)
  const [count, setCount] = useState(String(ONE_PAGE))
  const [address, setAddress] = useState<string | null>(null)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [print, printing] = useSend(PrintClaimCodes)

  async function make(): Promise<void> {
    const sent = await print({
      groupId,
      achievementId: badge.id,
      count: Math.min(MOST, Math.max(1, Number.parseInt(count, 10) || 1)),
      note: note.trim(),
    })
    if (sent.outcome === 'done') setAddress(sent.payload.printUrl ?? null)
    else if (sent.outcome !== 'saved') setProblems(sent.problems)
  }

  function close(): void {
    setOpen(false)
    setAddress(null)
    setProblems([])
  }

  return (
    <>
      <Button look="plain" onClick={() => setOpen(true)}>
        <Printer aria-hidden="true" size={20} />
        <Trans>For somebody without an account</Trans>
      </Button>
      <Sheet
        title={<Trans>Badges on paper</Trans>}
        open={open}
        onClose={close}
        actions={
          address ? (
            <a className="button" href={address} target="_blank" rel="noreferrer" onClick={close}>
              <Printer aria-hidden="true" size={20} />
              <Trans>Open the page to print</Trans>
            </a>
          ) : (
            <Button busy={printing} onClick={() => void make()}>
              <Trans>Make the slips</Trans>
            </Button>
          )
        }
      >
        <p>
          <Trans>
            Each slip carries “{badge.name}” and a code of its own. Whoever holds it takes the badge on their
            own phone, today or later: once, within 90 days.
          </Trans>
        </p>
        {address ? (
          <p>
            <strong>
              <Trans>The slips are ready. For safety the page opens only once.</Trans>
            </strong>
          </p>
        ) : (
          <Field
            label={t`How many slips?`}
            type="number"
            inputMode="numeric"
            min={1}
            max={MOST}
            value={count}
            error={problemAt(problems, 'count')}
            onChange={event => setCount(event.target.value)}
          />
        )}
        {!address && <OpenSheets groupId={groupId} onPrint={close} />}
        <FieldError message={problems.find(({ field }) => field !== 'count')?.message} />
      </Sheet>
    </>
  )
}
