import { Trans, useLingui } from '@lingui/react/macro'
import { useDeferredValue, useState } from 'react'
import { useRead } from '@/api/useRead'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { Field, FieldError } from '@/design/Field'
import { EmptyState, ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { Endorsing, TakeBackEndorsement } from './documents'
import { EndorseSheet } from './EndorseSheet'
import type { Endorsable, GivenEndorsement } from './given'

/** An organisation stands up for badges that others award: its words are signed and public. */
export default function EndorseScreen() {
  const { t } = useLingui()
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<Endorsable | null>(null)
  const search = useDeferredValue(typed.trim())
  const { data, loading, failed, reload } = useRead(Endorsing, { search })
  const screen = data?.endorsing
  return (
    <Screen title={t`Endorse badges`} back="/given">
      {loading && !data && <Skeleton />}
      {failed && !data && (
        <ErrorState title={<Trans>The badges could not be read</Trans>} onRetry={reload}>
          <Trans>Everything is safe. Check the network and try again.</Trans>
        </ErrorState>
      )}
      {screen?.names.length === 0 && (
        <EmptyState title={<Trans>You speak for no organisation here</Trans>}>
          <Trans>Whoever manages an issuer in good standing can endorse badges of others.</Trans>
        </EmptyState>
      )}
      {screen && screen.names.length > 0 && (
        <>
          <Field
            label={<Trans>Which badge?</Trans>}
            hint={<Trans>A part of its name.</Trans>}
            type="search"
            value={typed}
            maxLength={60}
            onChange={event => setTyped(event.target.value)}
          />
          {screen.found.length > 0 && (
            <ul className="card list">
              {screen.found.map(one => (
                <li key={one.achievementId} className="list-row given-row">
                  <img src={one.art.svgUrl} alt="" width={40} height={40} />
                  <span className="grow given-line">
                    {one.name}
                    <small>{one.issuerName}</small>
                  </span>
                  <Button look="quiet" onClick={() => setChosen(one)}>
                    <Trans>Endorse</Trans>
                  </Button>
                </li>
              ))}
            </ul>
          )}
          {search && screen.found.length === 0 && !loading && (
            <p className="quiet" role="status">
              <Trans>No badge of others is called that. Club badges are endorsed on their own page.</Trans>
            </p>
          )}
          <Given given={screen.given} onChanged={reload} />
        </>
      )}
      {chosen && screen && (
        <EndorseSheet
          badge={chosen}
          names={screen.names}
          onClose={() => setChosen(null)}
          onDone={() => {
            setChosen(null)
            setTyped('')
            reload()
          }}
        />
      )}
    </Screen>
  )
}

function Given({ given, onChanged }: { given: readonly GivenEndorsement[]; onChanged: () => void }) {
  const [send, sending] = useSend(TakeBackEndorsement)
  const [problem, setProblem] = useState<string>()
  if (given.length === 0) return null

  async function takeBack(endorsementId: string): Promise<void> {
    const sent = await send({ endorsementId })
    if (sent.outcome === 'refused' || sent.outcome === 'unsent') setProblem(sent.problems[0]?.message)
    else onChanged()
  }

  return (
    <section className="card stack" aria-labelledby="endorsed">
      <h2 id="endorsed">
        <Trans>What you endorse</Trans>
      </h2>
      <ul className="list">
        {given.map(one => (
          <li key={one.id} className="list-row given-row">
            <span className="grow given-line">
              <a href={one.publicUrl}>{one.badgeName}</a>
              <small>{one.by}</small>
              <q>{one.text}</q>
              {one.outdated && (
                <small>
                  <Trans>There is a newer version of this badge.</Trans>
                </small>
              )}
            </span>
            <Button look="quiet" busy={sending} onClick={() => void takeBack(one.id)}>
              <Trans>Take back</Trans>
            </Button>
          </li>
        ))}
      </ul>
      <FieldError message={problem} />
    </section>
  )
}
