import { Trans } from '@lingui/react/macro'
import { Card } from '@/design/Card'

/** The way to the pages that the person shows to people outside. */
export function ShowMyself() {
  return (
    <Card to="/presentations">
      <strong>
        <Trans>Pages about me</Trans>
      </strong>
      <span className="quiet">
        <Trans>Show badges and work to a university, an employer, anybody you choose.</Trans>
      </span>
    </Card>
  )
}
