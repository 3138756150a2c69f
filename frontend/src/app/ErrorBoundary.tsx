import { Trans } from '@lingui/react/macro'
import { Component, type ReactNode } from 'react'
import { ErrorState } from '@/design/Notices'

type Props = { children: ReactNode }

/** A screen that breaks says so and offers a fresh start; what waits to be sent is safe in the outbox. */
export class ErrorBoundary extends Component<Props, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children
    return (
      <ErrorState title={<Trans>This screen broke</Trans>} onRetry={() => location.reload()}>
        <Trans>What you sent is safe. Load the screen again; if it keeps happening, tell your teacher.</Trans>
      </ErrorState>
    )
  }
}
