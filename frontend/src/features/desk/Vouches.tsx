import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import type { ResultOf } from '@/api/graphql'
import { useRead } from '@/api/useRead'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { Card } from '@/design/Card'
import { FieldError } from '@/design/Field'
import { State } from '@/design/State'
import { daysAgo } from '@/i18n/dates'
import { DecideVouch, DeskVouches, WithdrawVouch } from './documents'

type Vouch = ResultOf<typeof DeskVouches>['vouchesToDecide'][number]

/** Clubs that ask a school or organisation to answer for their leader: a card with two buttons each. */
export function Vouches() {
  const { data } = useRead(DeskVouches)
  const vouches = data?.vouchesToDecide ?? []
  const asked = vouches.filter(({ state }) => state === 'asked')
  const given = vouches.filter(({ state }) => state === 'given')
  if (vouches.length === 0) return null
  return (
    <section className="stack" aria-labelledby="vouching">
      <h2 id="vouching">
        <Trans>Clubs</Trans>
      </h2>
      {asked.map(vouch => (
        <Asked key={vouch.id} vouch={vouch} />
      ))}
      {given.length > 0 && (
        <details>
          <summary>
            <Trans>You vouch for these clubs ({given.length})</Trans>
          </summary>
          <ul className="card list">
            {given.map(vouch => (
              <Given key={vouch.id} vouch={vouch} />
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function Asked({ vouch }: { vouch: Vouch }) {
  const [send, sending] = useSend(DecideVouch)
  const [given, setGiven] = useState<boolean>()
  const [problem, setProblem] = useState<string>()

  async function decide(give: boolean): Promise<void> {
    setGiven(give)
    const sent = await send({ vouchId: vouch.id, give })
    if (sent.outcome === 'done') return setProblem(undefined)
    setGiven(undefined)
    if (sent.outcome !== 'saved') setProblem(sent.problems[0]?.message)
  }

  return (
    <Card as="article" tone="review" labelledBy={`vouch-${vouch.id}`}>
      <h3 id={`vouch-${vouch.id}`}>{vouch.clubName}</h3>
      <p>{vouch.purpose}</p>
      <p className="quiet">
        <Trans>
          {vouch.leaderName} leads it and asks whether you vouch for it ({daysAgo(vouch.askedAt)}). With you
          the club may be public, grow, and take members from other schools; what is reported in it comes to
          you.
        </Trans>
      </p>
      {given === undefined || sending ? (
        <div className="row">
          <Button busy={sending && given === true} onClick={() => void decide(true)}>
            <Trans>We vouch for it</Trans>
          </Button>
          <Button look="quiet" busy={sending && given === false} onClick={() => void decide(false)}>
            <Trans>We do not</Trans>
          </Button>
        </div>
      ) : (
        <State state={given ? 'done' : 'locked'}>
          {given ? <Trans>you vouch for it</Trans> : <Trans>declined</Trans>}
        </State>
      )}
      <FieldError message={problem} />
    </Card>
  )
}

function Given({ vouch }: { vouch: Vouch }) {
  const [send, sending] = useSend(WithdrawVouch)
  const [problem, setProblem] = useState<string>()
  async function withdraw(): Promise<void> {
    const sent = await send({ vouchId: vouch.id })
    if (sent.outcome === 'refused' || sent.outcome === 'unsent') setProblem(sent.problems[0]?.message)
  }
  return (
    <li className="list-row">
      <span className="grow">
        {vouch.clubName}
        <small className="quiet">{vouch.leaderName}</small>
        <FieldError message={problem} />
      </span>
      <Button look="plain" busy={sending} onClick={() => void withdraw()}>
        <Trans>Stop vouching</Trans>
      </Button>
    </li>
  )
}
