import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useRead } from '@/api/useRead'
import { Button } from '@/design/Button'
import { HistoryList } from '@/design/HistoryList'
import { ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { useToast } from '@/design/Toast'
import { fullDay } from '@/i18n/dates'
import { CorrectSheet } from './CorrectSheet'
import { GivenBadge } from './documents'
import type { Given } from './given'
import { RenewSheet } from './RenewSheet'
import { RevokeSheet } from './RevokeSheet'
import { Standing } from './Standing'

/** One badge of one person, with its history and what can be done about it. */
export default function GivenBadgeScreen({ id }: { id: string }) {
  const { t } = useLingui()
  const { data, loading, failed, reload } = useRead(GivenBadge, { id })
  const given = data?.answeredCredential
  return (
    <Screen title={given?.learner ?? t`Badge`} back="/given">
      {loading && !data && <Skeleton />}
      {(failed || given === null) && (
        <ErrorState title={<Trans>This badge could not be read</Trans>} onRetry={reload}>
          <Trans>It may have been undone, or there is no network.</Trans>
        </ErrorState>
      )}
      {given && <Details given={given} onChanged={reload} />}
    </Screen>
  )
}

function Details({ given, onChanged }: { given: Given; onChanged: () => void }) {
  const { t } = useLingui()
  const [, go] = useLocation()
  const say = useToast()
  const [doing, setDoing] = useState<'revoke' | 'correct' | 'renew' | null>(null)
  const close = () => setDoing(null)
  return (
    <>
      <section className="card given-face" aria-labelledby="given-badge">
        <img src={given.art.svgUrl} alt="" width={88} height={88} />
        <div className="stack stack-tight">
          <h2 id="given-badge">{given.badgeName}</h2>
          <p className="quiet">
            {[given.issuerName, given.groupName, fullDay(given.awardedAt)].filter(Boolean).join(' · ')}
          </p>
          <div className="row">
            <Standing state={given.state} />
          </div>
          {given.resultInWords && (
            <p>
              <Trans>Grade: {given.resultInWords}</Trans>
            </p>
          )}
          {given.revocation && <p>{given.revocation}</p>}
          {given.validUntil && given.state !== 'revoked' && (
            <p className="quiet">
              <Trans>Valid until {fullDay(given.validUntil)}</Trans>
            </p>
          )}
        </div>
      </section>
      <section className="card" aria-labelledby="given-history">
        <h2 id="given-history">
          <Trans>Its history</Trans>
        </h2>
        <HistoryList
          entries={given.history.map(({ kind, at, line, words }) => ({
            key: `${kind} ${at}`,
            day: fullDay(at),
            line,
            words,
          }))}
        />
      </section>
      {(given.mayCorrect || given.mayRevoke || given.mayRenew) && (
        <div className="stack">
          {given.mayRenew && (
            <Button onClick={() => setDoing('renew')}>
              <Trans>Renew it</Trans>
            </Button>
          )}
          {given.mayCorrect && (
            <Button look="quiet" onClick={() => setDoing('correct')}>
              <Trans>Correct it</Trans>
            </Button>
          )}
          {given.mayRevoke && (
            <Button look="quiet" onClick={() => setDoing('revoke')}>
              <Trans>Revoke it</Trans>
            </Button>
          )}
        </div>
      )}
      {doing === 'renew' && (
        <RenewSheet
          given={given}
          onClose={close}
          onSeen={newer => {
            close()
            say({ text: t`Renewed. ${given.learner} reads of it.` })
            go(`/given/${newer}`, { replace: true })
          }}
        />
      )}
      {doing === 'revoke' && (
        <RevokeSheet
          given={given}
          onClose={close}
          onDone={() => {
            close()
            say({ text: t`Revoked. ${given.learner} reads why.` })
            onChanged()
          }}
        />
      )}
      {doing === 'correct' && (
        <CorrectSheet
          given={given}
          onClose={close}
          onDone={newer => {
            close()
            say({ text: t`Corrected. ${given.learner} has the right one now.` })
            go(`/given/${newer}`, { replace: true })
          }}
        />
      )}
    </>
  )
}
