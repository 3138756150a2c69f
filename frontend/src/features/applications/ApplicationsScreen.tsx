import { Trans, useLingui } from '@lingui/react/macro'
import { useRead } from '@/api/useRead'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { Card } from '@/design/Card'
import { EmptyState, ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { State } from '@/design/State'
import { fullDay } from '@/i18n/dates'
import { LOOK_OF_STATE } from './application'
import { Applications, CloseDesk } from './documents'
import { NewDesk } from './NewDesk'

/** One's own applications; for assessors what waits, the oldest first, and the badges one may apply for. */
export function ApplicationsScreen() {
  const { t } = useLingui()
  const { data, loading, failed, reload } = useRead(Applications)
  const nothing = data && data.myApplications.length + data.applicationsToReview.length === 0
  return (
    <Screen title={t`I can do this already`} back="/me">
      {loading && <Skeleton rows={3} />}
      {failed && (
        <ErrorState title={<Trans>The applications could not be read</Trans>} onRetry={reload}>
          <Trans>Nothing is lost. Look again in a moment.</Trans>
        </ErrorState>
      )}
      {nothing && (
        <EmptyState title={<Trans>No applications yet</Trans>}>
          <Trans>
            Can you do something already that a badge stands for? On its page choose “I can do this already”
            and show what you have done.
          </Trans>
        </EmptyState>
      )}
      {data && data.applicationsToReview.length > 0 && (
        <section className="stack" aria-labelledby="to-answer">
          <h2 id="to-answer">
            <Trans>Waiting for your answer</Trans>
          </h2>
          {data.applicationsToReview.map(one => (
            <Card key={one.id} to={`/applications/${one.id}`} tone="review">
              <strong>{one.applicantName}</strong>
              <span>{one.badgeName}</span>
              <span className="quiet">
                {one.placeName} · <Trans>since {fullDay(one.waitingSince)}</Trans>
              </span>
            </Card>
          ))}
        </section>
      )}
      {data && data.myApplications.length > 0 && (
        <section className="stack" aria-labelledby="mine">
          <h2 id="mine">
            <Trans>My applications</Trans>
          </h2>
          {data.myApplications.map(one => (
            <Card key={one.id} to={`/applications/${one.id}`}>
              <strong>{one.badgeName}</strong>
              <span className="quiet">{one.placeName}</span>
              <State state={LOOK_OF_STATE[one.state] ?? 'open'}>{one.stateLabel}</State>
            </Card>
          ))}
        </section>
      )}
      {data && <Desks desks={data.myApplicationDesks} />}
    </Screen>
  )
}

function Desks({ desks }: { desks: readonly { id: string; badgeName: string; placeName: string }[] }) {
  const [close, closing] = useSend(CloseDesk)
  return (
    <>
      {desks.length > 0 && (
        <section className="card stack" aria-labelledby="desks">
          <h2 id="desks">
            <Trans>Badges for which applications are taken</Trans>
          </h2>
          <ul className="list">
            {desks.map(desk => (
              <li className="stack stack-tight" key={desk.id}>
                <span>
                  {desk.badgeName}
                  <small className="block quiet">{desk.placeName}</small>
                </span>
                <Button look="plain" busy={closing} onClick={() => void close({ deskId: desk.id })}>
                  <Trans>Take no more</Trans>
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <NewDesk taken={desks} />
    </>
  )
}
