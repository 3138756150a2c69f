import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useRead } from '@/api/useRead'
import { ButtonLink } from '@/design/Button'
import { Card } from '@/design/Card'
import { EmptyState, ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { fullDay } from '@/i18n/dates'
import { OffersHome } from './documents'
import type { Round } from './offer'
import { Stage } from './Stage'

/** What was offered outside, the newest first, with the share that took it in sight. */
export function OffersScreen() {
  const { t } = useLingui()
  const { data, loading, failed, reload } = useRead(OffersHome)
  const rounds = data?.offerRounds ?? []
  const told = data?.offerPlaces.filter(place => place.figures.offered !== null) ?? []
  const mayOffer = data !== undefined && data.offerPlaces.length > 0
  return (
    <Screen
      title={t`Badges by e-mail`}
      back="/me"
      action={
        mayOffer && (
          <ButtonLink to="/offers/new">
            <Trans>Offer a badge</Trans>
          </ButtonLink>
        )
      }
    >
      {loading && <Skeleton rows={3} />}
      {failed && (
        <ErrorState title={<Trans>The lists could not be read</Trans>} onRetry={reload}>
          <Trans>Nothing is lost. Look again in a moment.</Trans>
        </ErrorState>
      )}
      {data && rounds.length === 0 && (
        <EmptyState title={<Trans>Nothing offered yet</Trans>}>
          {mayOffer ? (
            <Trans>
              Somebody outside earned a badge? Send a list of e-mail addresses; each person takes the badge
              with one tap.
            </Trans>
          ) : (
            <Trans>Who leads a class or a club, or awards for an issuer, offers badges here.</Trans>
          )}
        </EmptyState>
      )}
      {rounds.length > 0 && (
        <ul className="stack">
          {rounds.map(round => (
            <li key={round.id}>
              <RoundCard round={round} />
            </li>
          ))}
        </ul>
      )}
      {told.map(({ id, name, figures }) => (
        <section className="card" key={id} aria-labelledby={`figures-${id}`}>
          <h2 id={`figures-${id}`}>{name}</h2>
          <p>
            <Plural value={figures.offered ?? 0} one="# badge offered" other="# badges offered" />
            {' · '}
            <Plural value={figures.held ?? 0} one="# taken" other="# taken" />
            {' · '}
            <Plural value={figures.declined ?? 0} one="# declined" other="# declined" />
            {' · '}
            <Plural value={figures.expired ?? 0} one="# expired" other="# expired" />
          </p>
          {figures.claimRate !== null && (
            <p>
              <strong>
                <Trans>{figures.claimRate} % taken</Trans>
              </strong>
            </p>
          )}
        </section>
      ))}
    </Screen>
  )
}

function RoundCard({ round }: { round: Round }) {
  const { counts } = round
  return (
    <Card to={`/offers/${round.id}`}>
      <h2>{round.badgeName}</h2>
      <p>
        <Stage round={round} />
      </p>
      <p className="quiet">
        {round.placeName}
        {' · '}
        {fullDay(round.madeAt)}
        {' · '}
        <Plural value={counts.total} one="# person" other="# people" />
        {counts.claimRate !== null && (
          <>
            {' · '}
            <Trans>{counts.claimRate} % taken</Trans>
          </>
        )}
      </p>
    </Card>
  )
}
