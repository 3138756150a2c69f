import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { Trans } from '@lingui/react/macro'
import { ErrorState } from '@/design/Notices'

/** Nobody is remembered on this device and the server cannot be reached to ask who it is. */
export function StartWithoutNetwork() {
  return (
    <I18nProvider i18n={i18n}>
      <ErrorState title={<Trans>No network</Trans>} onRetry={() => location.reload()}>
        <Trans>To sign in you need a network. Afterwards your badges and paths open without it, too.</Trans>
      </ErrorState>
    </I18nProvider>
  )
}
