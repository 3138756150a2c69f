import { Trans, useLingui } from '@lingui/react/macro'
import { useRead } from '@/api/useRead'
import { Card } from '@/design/Card'
import { ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { State } from '@/design/State'
import { TrustLadder } from '@/design/TrustLadder'
import { fullDay } from '@/i18n/dates'
import { Hours } from '../Hours'
import type { Badge } from './badge'
import { CountsFor } from './CountsFor'
import { Documents } from './Documents'
import { BadgeDetail } from './documents'
import { Sharing } from './Sharing'
import { Story } from './Story'
import { Objection, Words } from './Words'
import './badges.css'

/** One badge: from whom, for what, by which criteria, and whom the student lets see it. */
export default function BadgeScreen({ id }: { id: string }) {
  const { t } = useLingui()
  const { data, loading, failed, reload } = useRead(BadgeDetail, { id })
  const badge = data?.badge
  return (
    <Screen title={badge?.name ?? t`Badge`} back="/">
      {loading && <Skeleton />}
      {(failed || badge === null) && (
        <ErrorState title={<Trans>This badge could not be read</Trans>} onRetry={reload}>
          <Trans>It may have been taken back, or there is no network.</Trans>
        </ErrorState>
      )}
      {badge && (
        <>
          <Face badge={badge} revocation={data.badgeStory?.revocation ?? ''} />
          {data.me && <Sharing badge={badge} owner={data.me} />}
          <Documents badge={badge} />
          {data.badgeStory && <CountsFor larger={data.badgeStory.countsFor} />}
          <Criteria badge={badge} />
          {data.badgeStory && <Story story={data.badgeStory} />}
          <Card as="section" labelledBy="badge-trust">
            <h2 id="badge-trust">
              <Trans>Who stands behind it</Trans>
            </h2>
            <TrustLadder trust={badge.trust} />
          </Card>
          <Objection badge={badge} />
        </>
      )}
    </Screen>
  )
}

function Face({ badge, revocation }: { badge: Badge; revocation: string }) {
  return (
    <section className="badge-face">
      <img src={badge.art.svgUrl} alt={badge.art.alt} width={208} height={208} />
      <div className="row">
        <Kind badge={badge} />
        <Standing badge={badge} />
      </div>
      {revocation && <p>{revocation}</p>}
      {badge.result && (
        <p>
          <Trans>
            Grade: <strong>{badge.result}</strong>
          </Trans>
        </p>
      )}
      <Words badge={badge} />
      <p>
        {badge.awardedBy ? (
          <Trans>
            From: <strong>{badge.awardedBy}</strong>, {badge.issuerName}
          </Trans>
        ) : (
          <Trans>
            From: <strong>{badge.issuerName}</strong>
          </Trans>
        )}
      </p>
      <p className="quiet">
        {[fullDay(badge.awardedAt), badge.groupName].filter(Boolean).join(' · ')}
        {badge.validUntil && (
          <>
            {' · '}
            <Trans>valid until {fullDay(badge.validUntil)}</Trans>
          </>
        )}
      </p>
      <p>{badge.description}</p>
    </section>
  )
}

function Kind({ badge }: { badge: Badge }) {
  switch (badge.kind) {
    case 'microcredential':
      return (
        <span className="quiet">
          <Trans>Microcredential</Trans>
        </span>
      )
    case 'club_badge':
      return (
        <span className="quiet">
          <Trans>Club badge</Trans>
        </span>
      )
    default:
      return (
        <span className="quiet">
          <Trans>Digital badge</Trans>
        </span>
      )
  }
}

function Standing({ badge }: { badge: Badge }) {
  switch (badge.state) {
    case 'revoked':
      return (
        <State state="attention">
          <Trans>revoked</Trans>
        </State>
      )
    case 'expired':
      return (
        <State state="attention">
          <Trans>no longer valid</Trans>
        </State>
      )
    default:
      return badge.signed ? (
        <State state="done">
          <Trans>signed</Trans>
        </State>
      ) : (
        <State state="review">
          <Trans>will be signed soon</Trans>
        </State>
      )
  }
}

function Criteria({ badge }: { badge: Badge }) {
  if (badge.criteria.length === 0) return null
  return (
    <Card as="section" labelledBy="badge-criteria">
      <h2 id="badge-criteria">
        <Trans>What it is for</Trans>
      </h2>
      <ul className="stack">
        {badge.criteria.map(outcome => (
          <li key={outcome.text}>
            <strong>{outcome.text}</strong>
            <ul className="badge-criteria">
              {outcome.criteria.map(criterion => (
                <li key={criterion}>{criterion}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {badge.workloadHours !== null && (
        <p className="quiet">
          <Trans>Workload:</Trans> <Hours value={badge.workloadHours} />
        </p>
      )}
    </Card>
  )
}
