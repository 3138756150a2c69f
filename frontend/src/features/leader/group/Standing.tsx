import { Trans } from '@lingui/react/macro'
import { Archive, ShieldCheck, ShieldQuestion } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/design/Button'
import type { ClubInFull } from './club'
import { VouchSheet } from './VouchSheet'

/** Who answers for the club, what that allows, and what it may not do yet: always in words. */
export function Standing({ club }: { club: ClubInFull }) {
  const [asking, setAsking] = useState(false)
  if (club.card.archived)
    return (
      <div className="notice">
        <Archive aria-hidden="true" />
        <p>
          <Trans>
            The club is archived. Nobody joins and nothing is awarded; every badge stays with its owner.
          </Trans>
        </p>
      </div>
    )
  if (club.card.vouched)
    return (
      <div className="notice notice-done">
        <ShieldCheck aria-hidden="true" />
        <p>
          <strong>
            <Trans>{club.vouchedBy} vouches for this club.</Trans>
          </strong>{' '}
          {club.sensitive ? (
            <Trans>Its kind keeps it private all the same.</Trans>
          ) : club.listed ? (
            <Trans>Others may find it in the list of clubs.</Trans>
          ) : (
            <Trans>You decide in the settings whether others may find it.</Trans>
          )}
        </p>
      </div>
    )
  return (
    <section className="card" aria-labelledby="standing">
      <div className="row standing-head">
        <ShieldQuestion aria-hidden="true" />
        <h2 id="standing">
          <Trans>Nobody vouches for it yet</Trans>
        </h2>
      </div>
      <p>
        <Trans>The club works, inside limits that keep everybody safe:</Trans>
      </p>
      <ul className="limits">
        {club.limits.map(limit => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
      {club.vouchState === 'asked' ? (
        <p className="quiet" role="status">
          <Trans>You have asked. When they answer, you see it here.</Trans>
        </p>
      ) : (
        <>
          {club.vouchState === 'declined' && (
            <p className="quiet">
              <Trans>The last request was declined. Talk to them, or ask somebody else.</Trans>
            </p>
          )}
          {club.vouchState === 'withdrawn' && (
            <p className="quiet">
              <Trans>The school or organisation no longer vouches for the club.</Trans>
            </p>
          )}
          {club.mayLead && (
            <Button look="quiet" onClick={() => setAsking(true)}>
              <Trans>Ask somebody to vouch</Trans>
            </Button>
          )}
        </>
      )}
      <VouchSheet club={club} open={asking} onClose={() => setAsking(false)} />
    </section>
  )
}
