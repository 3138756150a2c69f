import { Trans, useLingui } from '@lingui/react/macro'
import { useRead } from '@/api/useRead'
import { ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { useWayOut } from '../useWayOut'
import { AwardForm } from './AwardForm'
import { RecogniseDocument } from './documents'
import './award.css'

type AwardScreenProps = { groupId: string; badgeId?: string }

/** The home of a club leader: a badge, the faces, give. Who is checked in is chosen already. */
export default function AwardScreen({ groupId, badgeId }: AwardScreenProps) {
  const { t } = useLingui()
  const wayOut = useWayOut()
  const { data, loading, failed, reload } = useRead(RecogniseDocument, { groupId, achievementId: null })
  const screen = data?.recogniseScreen
  if (screen) return <AwardForm screen={screen} notices={data.myNotices} {...(badgeId && { badgeId })} />
  return (
    <Screen title={t`Award`} {...wayOut}>
      {loading && <Skeleton rows={5} />}
      {!loading && (
        <ErrorState title={<Trans>This club cannot be opened</Trans>} onRetry={reload}>
          {failed ? (
            <Trans>Nothing is lost. Check the network and try again.</Trans>
          ) : (
            <Trans>Perhaps it is archived, or somebody else leads it now.</Trans>
          )}
        </ErrorState>
      )}
    </Screen>
  )
}
