import { Trans, useLingui } from '@lingui/react/macro'
import { useRead } from '@/api/useRead'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { State } from '@/design/State'
import { useToast } from '@/design/Toast'
import { clock } from '@/i18n/dates'
import { shortDay } from '../moments'
import { EndPrintedCode, PrintedCodes } from './documents'
import { NewCode } from './NewCode'

/** Codes on paper: each with its hours and for how many people. */
export default function CodesScreen({ eventId }: { eventId: string }) {
  const { t } = useLingui()
  const say = useToast()
  const { data, loading, failed, reload } = useRead(PrintedCodes, { id: eventId })
  const [end, ending] = useSend(EndPrintedCode)
  const event = data?.event

  async function stop(codeId: string): Promise<void> {
    const sent = await end({ codeId })
    if (sent.outcome === 'refused' || sent.outcome === 'unsent') say({ text: sent.problems[0]?.message })
  }

  return (
    <Screen title={t`Codes to print`} back={`/events/${eventId}`}>
      {loading && <Skeleton />}
      {(failed || data?.event === null) && (
        <ErrorState title={<Trans>The codes could not be read</Trans>} onRetry={reload}>
          <Trans>Check the network and try again.</Trans>
        </ErrorState>
      )}
      {event && (
        <>
          <NewCode
            eventId={eventId}
            from={event.checkInFrom}
            until={event.checkInUntil}
            going={event.card.going}
          />
          {event.printedCodes.length > 0 && (
            <section className="stack stack-tight" aria-labelledby="printed">
              <h2 id="printed">
                <Trans>Printed already</Trans>
              </h2>
              <ul className="card list">
                {event.printedCodes.map(code => (
                  <li key={code.id} className="list-row printed-code">
                    <p className="grow">
                      <strong>
                        {shortDay(code.validFrom)}, {clock(code.validFrom)}–{clock(code.validUntil)}
                      </strong>
                      <span className="quiet block">
                        <Trans>
                          used by {code.used} of {code.cap}
                        </Trans>
                      </span>
                    </p>
                    {code.ended ? (
                      <State state="locked">
                        <Trans>ended</Trans>
                      </State>
                    ) : (
                      <Button look="quiet" busy={ending} onClick={() => void stop(code.id)}>
                        <Trans>End it now</Trans>
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      )}
    </Screen>
  )
}
