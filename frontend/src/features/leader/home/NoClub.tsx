import { Trans } from '@lingui/react/macro'
import { ButtonLink } from '@/design/Button'
import { EmptyState } from '@/design/Notices'

export function NoClub() {
  return (
    <EmptyState
      title={<Trans>Start a club</Trans>}
      action={
        <ButtonLink to="/lead/new">
          <Trans>Start a club</Trans>
        </ButtonLink>
      }
    >
      <Trans>
        A circle, a team, a newsroom, volunteers: people who do something together. A name and one sentence
        are enough, and the club is there. Then you make badges of your own and hand them to who is here.
      </Trans>
    </EmptyState>
  )
}
