import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useRead } from '@/api/useRead'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { FieldError } from '@/design/Field'
import { ErrorState, Skeleton } from '@/design/Notices'
import { ProgressBar } from '@/design/ProgressStrip'
import { Screen } from '@/design/Screen'
import { State } from '@/design/State'
import { clock } from '@/i18n/dates'
import { CancelOffers, OfferRound, SendOffersNow, UndoOffers } from './documents'
import { LOOK_OF_STATE, mailed, type Offer, OPEN, type Round, reached } from './offer'
import { PersonSheet } from './PersonSheet'
import { Stage } from './Stage'

/** One list: how many took it, what can still be done, and each person with their state. */
export default function RoundScreen({ id }: { id: string }) {
  const { t } = useLingui()
  const [pages, setPages] = useState<readonly string[]>([])
  const [chosen, setChosen] = useState<Offer | null>(null)
  const { data, loading, failed, reload } = useRead(OfferRound, { id, after: pages.at(-1) ?? null })
  const round = data?.offerRound
  const last = data?.offers.at(-1)
  return (
    <Screen title={round?.badgeName ?? t`Badges by e-mail`} back="/offers">
      {loading && <Skeleton rows={4} />}
      {failed && (
        <ErrorState title={<Trans>The list could not be read</Trans>} onRetry={reload}>
          <Trans>Nothing is lost. Look again in a moment.</Trans>
        </ErrorState>
      )}
      {round && <Summary round={round} />}
      {round && data && (
        <section className="card stack" aria-labelledby="people">
          <h2 id="people">{round.onPaper ? <Trans>Slips</Trans> : <Trans>People</Trans>}</h2>
          <ul className="list">
            {data.offers.map(offer => (
              <li key={offer.id} className="list-row">
                <span className="grow written">
                  {offer.name && <strong className="block">{offer.name}</strong>}
                  {offer.email || <span className="quiet">№ {offer.position}</span>}
                  {offer.result && (
                    <span className="block">
                      <Trans>Grade: {offer.result}</Trans>
                    </span>
                  )}
                  <span className="block">
                    <State state={LOOK_OF_STATE[offer.state] ?? 'open'}>{offer.stateLabel}</State>
                  </span>
                </span>
                {OPEN.has(offer.state) && (
                  <Button
                    look="plain"
                    onClick={() => setChosen(offer)}
                    aria-label={t`Help ${offer.email || `№ ${offer.position}`}`}
                  >
                    <Trans>Help</Trans>
                  </Button>
                )}
              </li>
            ))}
          </ul>
          <div className="row">
            {pages.length > 0 && (
              <Button look="quiet" onClick={() => setPages(pages.slice(0, -1))}>
                <Trans>Earlier</Trans>
              </Button>
            )}
            {last && last.position < round.counts.total && (
              <Button look="quiet" onClick={() => setPages([...pages, last.id])}>
                <Trans>Further</Trans>
              </Button>
            )}
          </div>
        </section>
      )}
      {chosen && (
        <PersonSheet offer={chosen} onPaper={round?.onPaper ?? false} onClose={() => setChosen(null)} />
      )}
    </Screen>
  )
}

function Summary({ round }: { round: Round }) {
  const { t } = useLingui()
  const { counts } = round
  const letters = mailed(round)
  const begun = reached(round) + counts.failed + counts.cancelled > 0
  return (
    <section className="card stack">
      <p>
        <Stage round={round} />
      </p>
      {round.note && <p className="written">„{round.note}”</p>}
      {!round.onPaper && ['sending', 'open'].includes(round.stage) && (
        <ProgressBar done={letters.done} of={letters.of} label={t`Letters that have left`} />
      )}
      {!begun && !round.onPaper && (
        <p>
          <Plural
            value={counts.total}
            one="No letter has left yet; # person will get one."
            other="No letter has left yet; # people will get one."
          />{' '}
          {round.stage === 'undoable' && (
            <Trans>Until {clock(round.undoUntil)} you can undo it as if it had not been.</Trans>
          )}
        </p>
      )}
      {begun && (
        <div className="offer-figures">
          <Figure value={reached(round)} word={t`offered`} />
          <Figure value={counts.held} word={t`taken`} />
          <Figure value={counts.sent + counts.opened} word={t`not answered`} />
          <Figure value={counts.declined} word={t`declined`} />
          <Figure value={counts.expired} word={t`expired`} />
          {counts.failed > 0 && <Figure value={counts.failed} word={t`not delivered`} />}
          {counts.cancelled > 0 && <Figure value={counts.cancelled} word={t`cancelled`} />}
        </div>
      )}
      {counts.claimRate !== null && (
        <p>
          <strong>
            <Trans>{counts.claimRate} % taken</Trans>
          </strong>
          {round.medianHours !== null && (
            <>
              {' · '}
              <Plural
                value={Math.max(1, Math.round(round.medianHours))}
                one="half of them within # hour"
                other="half of them within # hours"
              />
            </>
          )}
        </p>
      )}
      <Acts round={round} />
    </section>
  )
}

function Figure({ value, word }: { value: number; word: string }) {
  return (
    <div>
      <strong>{value}</strong>
      <span className="quiet">{word}</span>
    </div>
  )
}

/** Undo while nothing has left; send at once; end what is open. */
function Acts({ round }: { round: Round }) {
  const [problem, setProblem] = useState<string>()
  const [undo, undoing] = useSend(UndoOffers)
  const [sendNow, sending] = useSend(SendOffersNow)
  const [cancel, cancelling] = useSend(CancelOffers)
  const [sure, setSure] = useState(false)
  const roundId = round.id
  const planned = round.stage === 'planned'

  async function told(sent: Promise<{ outcome: string; problems?: readonly { message: string }[] }>) {
    const { problems } = await sent
    setProblem(problems?.[0]?.message)
    setSure(false)
  }

  if (round.stage === 'undone' || round.stage === 'over') return null
  return (
    <div className="row">
      {round.stage === 'to_print' && (
        <a className="button" href={`/offers/${roundId}/print`}>
          <Trans>Print the slips</Trans>
        </a>
      )}
      {round.stage === 'undoable' && (
        <Button busy={undoing} onClick={() => void told(undo({ roundId }))}>
          <Trans>Undo</Trans>
        </Button>
      )}
      {(round.stage === 'undoable' || round.stage === 'planned') && (
        <Button look="quiet" busy={sending} onClick={() => void told(sendNow({ roundId }))}>
          <Trans>Send now</Trans>
        </Button>
      )}
      {round.stage !== 'undoable' && !sure && (
        <Button look="plain" onClick={() => setSure(true)}>
          {planned ? <Trans>Send nothing after all</Trans> : <Trans>End what is open</Trans>}
        </Button>
      )}
      {sure && (
        <Button look="quiet" busy={cancelling} onClick={() => void told(cancel({ roundId }))}>
          {planned ? <Trans>Yes, cancel all letters</Trans> : <Trans>Yes, nobody else can take it</Trans>}
        </Button>
      )}
      <FieldError message={problem} />
    </div>
  )
}
