import { Plural, Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { useToast } from '@/design/Toast'
import type { Door } from './DoorHead'
import { DecideLateClaim } from './documents'

/** Who was there and was not ticked; a person decides. */
export function LateClaims({ claims }: { claims: Door['lateClaims'] }) {
  const say = useToast()
  const [decide, busy] = useSend(DecideLateClaim)
  const [decided, setDecided] = useState<ReadonlySet<string>>(new Set())
  const left = claims.filter(({ id }) => !decided.has(id))
  if (left.length === 0) return null

  async function answer(claimId: string, accept: boolean): Promise<void> {
    const sent = await decide({ claimId, accept })
    if (sent.outcome === 'done') setDecided(all => new Set([...all, claimId]))
    else if (sent.outcome !== 'saved') say({ text: sent.problems[0]?.message })
  }

  return (
    <section className="card card-review" aria-labelledby="late">
      <h2 id="late">
        <Plural
          value={left.length}
          one="# person says they were there"
          other="# people say they were there"
        />
      </h2>
      <ul className="stack">
        {left.map(({ id, name, note }) => (
          <li key={id} className="stack stack-tight">
            <p>
              <strong>{name}</strong>
              {note && <span className="block event-text">{note}</span>}
            </p>
            <div className="row">
              <Button busy={busy} onClick={() => void answer(id, true)}>
                <Trans>Was here</Trans>
              </Button>
              <Button look="quiet" busy={busy} onClick={() => void answer(id, false)}>
                <Trans>Was not</Trans>
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
