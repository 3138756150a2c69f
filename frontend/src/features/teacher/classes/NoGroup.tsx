import { Trans } from '@lingui/react/macro'
import { EmptyState } from '@/design/Notices'

/** For who runs a school's lists, or leads nothing at the moment: badges and paths are for those who teach. */
export function NoGroup() {
  return (
    <EmptyState title={<Trans>You lead no group now</Trans>}>
      <Trans>As soon as your school gives you a class or a club, it appears here.</Trans>
    </EmptyState>
  )
}
