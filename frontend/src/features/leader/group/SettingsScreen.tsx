import { Trans, useLingui } from '@lingui/react/macro'
import { useRead } from '@/api/useRead'
import { ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { ClubSettings, LedClubDocument } from './documents'
import { SettingsForm } from './SettingsForm'
import './group.css'

export default function SettingsScreen({ groupId }: { groupId: string }) {
  const { t } = useLingui()
  const { data, loading, reload } = useRead(LedClubDocument, { groupId })
  const { data: offered } = useRead(ClubSettings, { groupId })
  if (data?.club && offered) return <SettingsForm key={groupId} club={data.club} offered={offered} />
  return (
    <Screen title={t`Settings of the club`} back={`/lead/${groupId}/club`}>
      {loading || data?.club ? (
        <Skeleton rows={4} />
      ) : (
        <ErrorState title={<Trans>The settings could not be loaded</Trans>} onRetry={reload}>
          <Trans>Nothing is lost. Check the network and try again.</Trans>
        </ErrorState>
      )}
    </Screen>
  )
}
