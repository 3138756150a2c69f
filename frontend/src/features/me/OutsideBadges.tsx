import { Plural, Trans } from '@lingui/react/macro'
import { useRead } from '@/api/useRead'
import { Card } from '@/design/Card'
import { State } from '@/design/State'
import { MeDocument } from './documents'

/** The ways to offering badges by e-mail and to applications: one's own, and those that wait for one's answer. */
export function OutsideBadges() {
  const { data } = useRead(MeDocument)
  if (!data) return null
  const waiting = data.applicationsToReview.length
  return (
    <>
      {data.offerPlaces.length > 0 && (
        <Card to="/offers">
          <strong>
            <Trans>Badges by e-mail</Trans>
          </strong>
          <span className="quiet">
            <Trans>Offer a badge to people who have no account here, from a list of addresses.</Trans>
          </span>
        </Card>
      )}
      <Card to="/applications">
        <strong>
          <Trans>“I can do this already”</Trans>
        </strong>
        <span className="quiet">
          <Trans>Applications for a badge with proof of what somebody has done before.</Trans>
        </span>
        {waiting > 0 && (
          <State state="review">
            <Plural value={waiting} one="# waits for you" other="# wait for you" />
          </State>
        )}
      </Card>
    </>
  )
}
