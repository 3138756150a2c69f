import { Trans, useLingui } from '@lingui/react/macro'
import { useRead } from '@/api/useRead'
import { ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { Designer } from './Designer'
import { DesignedBadge, DesignerChoices } from './documents'
import './designer.css'

type DesignerScreenProps = { groupId: string; badgeId?: string }

/** A badge in a minute: a new one, or the look and words of one that exists. */
export default function DesignerScreen({ groupId, badgeId }: DesignerScreenProps) {
  return badgeId ? <Changing groupId={groupId} badgeId={badgeId} /> : <Making groupId={groupId} />
}

function Making({ groupId }: { groupId: string }) {
  const { data, loading, reload } = useRead(DesignerChoices, { groupId })
  if (!data?.badgeDesigner) return <Waiting groupId={groupId} loading={loading} onRetry={reload} />
  return <Designer groupId={groupId} offered={data.badgeDesigner} />
}

function Changing({ groupId, badgeId }: { groupId: string; badgeId: string }) {
  const { data, loading, reload } = useRead(DesignerChoices, { groupId })
  const { data: known, loading: reading } = useRead(DesignedBadge, { achievementId: badgeId })
  const badge = known?.clubBadge
  if (!data?.badgeDesigner || !badge)
    return <Waiting groupId={groupId} loading={loading || reading} onRetry={reload} />
  return (
    <Designer
      groupId={groupId}
      offered={data.badgeDesigner}
      badge={{
        id: badgeId,
        name: badge.achievement.name,
        shape: badge.shape,
        palette: badge.palette,
        symbol: badge.symbol,
        criterion: badge.criterion,
        nominationsNeeded: badge.nominationsNeeded ?? null,
      }}
    />
  )
}

function Waiting(props: { groupId: string; loading: boolean; onRetry: () => void }) {
  const { t } = useLingui()
  return (
    <Screen title={t`Badge`} back={`/lead/${props.groupId}/badges`}>
      {props.loading ? (
        <Skeleton rows={4} />
      ) : (
        <ErrorState title={<Trans>The designer could not be opened</Trans>} onRetry={props.onRetry}>
          <Trans>Nothing is lost. Check the network and try again.</Trans>
        </ErrorState>
      )}
    </Screen>
  )
}
