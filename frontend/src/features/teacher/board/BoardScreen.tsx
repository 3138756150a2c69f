import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { CalendarDays, Presentation, UsersRound } from 'lucide-react'
import { useMemo } from 'react'
import { useSearch } from 'wouter'
import { useRead } from '@/api/useRead'
import { ButtonLink } from '@/design/Button'
import { ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { LiveDot } from '@/live/LiveDot'
import { SignInButton } from '../classes/SignInButton'
import { BoardPath } from './BoardPath'
import { Counters } from './Counters'
import { ClassBoard } from './documents'
import { Standing } from './Standing'
import './board.css'

/** The class on one path: three counters, then list or matrix. */
export default function BoardScreen({ groupId }: { groupId: string }) {
  const { t } = useLingui()
  const search = useSearch()
  const pathId = useMemo(() => new URLSearchParams(search).get('path'), [search])
  const { data, loading, failed, fresh, reload } = useRead(ClassBoard, { groupId, pathId })
  const board = data?.classBoard
  const action = board && (
    <>
      <SignInButton groupId={groupId} openUntil={board.signInOpenUntil} />
      <ButtonLink to={`/award/${groupId}`}>
        {board.ready > 0 ? (
          <Plural value={board.ready} one="Award (#)" other="Award (#)" />
        ) : (
          <Trans>Award</Trans>
        )}
      </ButtonLink>
    </>
  )
  return (
    <Screen title={board ? board.name : t`Class`} back="/" aside={<LiveDot />} action={action} wide>
      {loading && <Skeleton rows={6} />}
      {(failed || data?.classBoard === null) && (
        <ErrorState title={<Trans>This class could not be opened</Trans>} onRetry={reload}>
          <Trans>Either the network is away, or the class is not one of yours.</Trans>
        </ErrorState>
      )}
      {board && (
        <>
          <div className="board-head">
            <Counters board={board} />
            <div className="row board-links">
              <ButtonLink to={`/classes/${groupId}/roster`} look="quiet">
                <UsersRound aria-hidden="true" size={20} />
                <Trans>Students</Trans>
              </ButtonLink>
              <ButtonLink to={`/classes/${groupId}/projector`} look="quiet">
                <Presentation aria-hidden="true" size={20} />
                <Trans>Projector</Trans>
              </ButtonLink>
              <ButtonLink to={`/events/group/${groupId}`} look="quiet">
                <CalendarDays aria-hidden="true" size={20} />
                <Trans>Events</Trans>
              </ButtonLink>
            </div>
          </div>
          <BoardPath board={board} />
          {board.pathId && <Standing board={board} fresh={fresh} />}
        </>
      )}
    </Screen>
  )
}
