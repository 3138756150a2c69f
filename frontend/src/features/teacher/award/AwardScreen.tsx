import { Trans, useLingui } from '@lingui/react/macro'
import { useRead } from '@/api/useRead'
import { ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { AwardForm } from './AwardForm'
import { AwardScreenDocument } from './documents'
import './award.css'

type AwardScreenProps = { groupId: string; achievementId: string }

/** Who gets this badge? Those who are ready are chosen already. */
export default function AwardScreen({ groupId, achievementId }: AwardScreenProps) {
  const { t } = useLingui()
  const { data, loading, failed, reload } = useRead(AwardScreenDocument, { groupId, achievementId })
  const screen = data?.awardScreen
  if (screen?.achievement) return <AwardForm screen={screen} achievement={screen.achievement} />
  return (
    <Screen title={t`Award a badge`} back={`/award/${groupId}`}>
      {loading && <Skeleton rows={6} />}
      {!loading && (
        <ErrorState title={<Trans>This badge cannot be awarded here</Trans>} onRetry={reload}>
          {failed ? (
            <Trans>Nothing is lost. Check the network and try again.</Trans>
          ) : (
            <Trans>Go back and choose another one.</Trans>
          )}
        </ErrorState>
      )}
    </Screen>
  )
}
