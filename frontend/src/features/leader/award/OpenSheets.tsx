import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useRead } from '@/api/useRead'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { useToast } from '@/design/Toast'
import { fullDay } from '@/i18n/dates'
import { ClaimSheets, EndClaimSheet } from './documents'

/** Sheets made earlier: one that never reached the printer opens here, and any can be ended. */
export function OpenSheets({ groupId, onPrint }: { groupId: string; onPrint: () => void }) {
  const { t } = useLingui()
  const say = useToast()
  const { data, reload } = useRead(ClaimSheets, { groupId })
  const [end, ending] = useSend(EndClaimSheet)
  const sheets = data?.claimSheets ?? []

  async function stop(sheetId: string): Promise<void> {
    const sent = await end({ groupId, sheetId })
    if (sent.outcome === 'refused' || sent.outcome === 'unsent')
      return say({ text: sent.problems[0]?.message })
    say({ text: t`These slips no longer work.` })
    reload()
  }

  if (sheets.length === 0) return null
  return (
    <section className="stack stack-tight" aria-labelledby="open-sheets">
      <h3 id="open-sheets">
        <Trans>Slips that still work</Trans>
      </h3>
      <ul className="list">
        {sheets.map(({ id, badgeName, madeAt, open, printed }) => (
          <li key={id} className="stack stack-tight sheet-of-slips">
            <p>
              <strong>{badgeName}</strong>
              <span className="quiet">
                {' '}
                {fullDay(madeAt)} · <Plural value={open} one="# unused slip" other="# unused slips" />
              </span>
            </p>
            <div className="row">
              {!printed && (
                <a
                  className="button button-quiet"
                  href={`/codes/${id}/print`}
                  target="_blank"
                  rel="noreferrer"
                  onClick={onPrint}
                >
                  <Trans>Not printed yet: open the page</Trans>
                </a>
              )}
              <Button look="plain" busy={ending} onClick={() => void stop(id)}>
                <Trans>End these slips</Trans>
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
