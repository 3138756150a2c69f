import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import type { ResultOf } from '@/api/graphql'
import { Button } from '@/design/Button'
import { Card } from '@/design/Card'
import { State } from '@/design/State'
import { GuardianSheet } from '@/guardian/GuardianSheet'
import type { MyClubs } from './documents'

type Pending = ResultOf<typeof MyClubs>['myPendingClubs']

/** Clubs one has asked to be in: who still has to say yes, and the link for a guardian. */
export function PendingClubs({ clubs }: { clubs: Pending }) {
  const [asking, setAsking] = useState<string | null>(null)
  if (clubs.length === 0) return null
  return (
    <>
      <ul className="stack">
        {clubs.map(club => (
          <Card as="li" key={club.groupId} tone="review">
            <div className="row spread">
              <h2>{club.name}</h2>
              <State state="review">
                <Trans>waiting</Trans>
              </State>
            </div>
            <p>
              {club.needsGuardian ? (
                club.admitted ? (
                  <Trans>You are in as soon as your guardian agrees.</Trans>
                ) : (
                  <Trans>Those who lead the club are asked. Your guardian has to agree too.</Trans>
                )
              ) : (
                <Trans>Those who lead the club are asked. You will hear here what they say.</Trans>
              )}
            </p>
            {club.needsGuardian && (
              <Button look="quiet" onClick={() => setAsking(club.groupId)}>
                <Trans>Ask my guardian to agree</Trans>
              </Button>
            )}
          </Card>
        ))}
      </ul>
      {asking && <GuardianSheet purpose="club" aboutId={asking} onClose={() => setAsking(null)} />}
    </>
  )
}
