import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useRead } from '@/api/useRead'
import { EmptyState, ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { ClassChips } from '../classes/ClassChips'
import { NoGroup } from '../classes/NoGroup'
import { useChosenGroup } from '../classes/useChosenGroup'
import { AssignSheet } from './AssignSheet'
import type { AssignablePath } from './assignablePath'
import { AssignablePaths } from './documents'
import { PathItem } from './PathItem'
import './paths.css'

/** Paths a class may get, the suitable ones first; a tap opens the sheet with whom and until when. */
export default function PathsTab({ groupId }: { groupId: string | undefined }) {
  const { t } = useLingui()
  const { groups, group, loading } = useChosenGroup(groupId)
  return (
    <Screen title={t`Paths`} {...(groupId && { back: `/classes/${groupId}` })} wide>
      {loading && <Skeleton />}
      <ClassChips groups={groups} chosen={group?.id} placeOf={id => `/paths/${id}`} />
      {!loading && !group && <NoGroup />}
      {group && <Paths key={group.id} group={group} />}
    </Screen>
  )
}

function Paths({ group }: { group: { id: string; name: string } }) {
  const { data, loading, failed, reload } = useRead(AssignablePaths, { groupId: group.id })
  const [chosen, setChosen] = useState<AssignablePath | null>(null)
  const paths = data?.assignablePaths
  return (
    <>
      {loading && <Skeleton rows={4} />}
      {failed && (
        <ErrorState title={<Trans>The paths could not be loaded</Trans>} onRetry={reload}>
          <Trans>Nothing is lost. Check the network and try again.</Trans>
        </ErrorState>
      )}
      {paths?.length === 0 && (
        <EmptyState title={<Trans>No paths yet</Trans>}>
          <Trans>
            A path is a row of steps with badges on the way. The coordinator adds them to the portal.
          </Trans>
        </EmptyState>
      )}
      <ul className="path-items">
        {paths?.map(path => (
          <PathItem
            key={path.id}
            path={path}
            groupId={group.id}
            groupName={group.name}
            onAssign={() => setChosen(path)}
          />
        ))}
      </ul>
      {chosen && <AssignSheet key={chosen.id} path={chosen} group={group} onClose={() => setChosen(null)} />}
    </>
  )
}
