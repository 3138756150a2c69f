import { Trans, useLingui } from '@lingui/react/macro'
import { useRead } from '@/api/useRead'
import { ButtonLink } from '@/design/Button'
import { ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { ClassChips } from '../classes/ClassChips'
import { NoGroup } from '../classes/NoGroup'
import { useChosenGroup } from '../classes/useChosenGroup'
import { BadgePicker } from './BadgePicker'
import { AwardScreenDocument } from './documents'
import './award.css'

/** Which badge? Recent ones first; the class is the one of last time. */
export default function AwardTab({ groupId }: { groupId: string | undefined }) {
  const { t } = useLingui()
  const { groups, group, loading } = useChosenGroup(groupId)
  return (
    <Screen title={t`Award a badge`} {...(groupId && { back: `/classes/${groupId}` })}>
      {loading && <Skeleton />}
      <ClassChips groups={groups} chosen={group?.id} placeOf={id => `/award/${id}`} />
      {!loading && !group && <NoGroup />}
      {group && <Badges key={group.id} groupId={group.id} />}
    </Screen>
  )
}

function Badges({ groupId }: { groupId: string }) {
  const { data, loading, failed, reload } = useRead(AwardScreenDocument, { groupId, achievementId: null })
  if (loading) return <Skeleton rows={4} />
  if (failed || !data?.awardScreen)
    return (
      <ErrorState title={<Trans>The badges could not be loaded</Trans>} onRetry={reload}>
        <Trans>Nothing is lost. Check the network and try again.</Trans>
      </ErrorState>
    )
  return (
    <>
      <BadgePicker screen={data.awardScreen} />
      <ButtonLink to={`/given/renew/${groupId}`} look="plain">
        <Trans>Badges that end soon</Trans>
      </ButtonLink>
    </>
  )
}
