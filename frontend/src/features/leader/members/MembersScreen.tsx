import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useRead } from '@/api/useRead'
import { Avatar } from '@/design/Avatar'
import { ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { LiveDot } from '@/live/LiveDot'
import { LedMembersDocument } from './documents'
import { MemberSheet } from './MemberSheet'
import { Requests } from './Requests'
import { useRoleWords } from './roleWords'
import { Unblocking } from './Unblocking'

/** Who asks to be let in, who belongs, who may not come back. Never exported. */
export default function MembersScreen({ groupId }: { groupId: string }) {
  const { t } = useLingui()
  const { data, loading, failed, reload } = useRead(LedMembersDocument, { groupId })
  const [chosen, setChosen] = useState<string | null>(null)
  const roleWord = useRoleWords()
  const list = data?.clubMembers
  const member = list?.members.find(({ id }) => id === chosen)
  return (
    <Screen title={t`Members`} back={`/lead/${groupId}/club`} aside={<LiveDot />}>
      {loading && <Skeleton rows={5} />}
      {!loading && !list && (
        <ErrorState title={<Trans>The members could not be loaded</Trans>} onRetry={reload}>
          {failed ? (
            <Trans>Nothing is lost. Check the network and try again.</Trans>
          ) : (
            <Trans>Only who leads or helps in the club sees this list.</Trans>
          )}
        </ErrorState>
      )}
      {list && (
        <>
          <Requests requests={list.requests} />
          <ul className="card list ways">
            {list.members.map(one => (
              <li key={one.id}>
                <button type="button" className="list-row member-row" onClick={() => setChosen(one.id)}>
                  <Avatar name={one.name} />
                  <span className="grow">
                    <strong>{one.name}</strong>
                    {one.role !== 'member' && <small className="quiet">{roleWord(one.role)}</small>}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          <Unblocking groupId={groupId} blocked={list.blocked} />
        </>
      )}
      {member && (
        <MemberSheet key={member.id} groupId={groupId} member={member} onClose={() => setChosen(null)} />
      )}
    </Screen>
  )
}
