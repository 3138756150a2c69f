import { Trans, useLingui } from '@lingui/react/macro'
import { MonitorPlay, Pencil } from 'lucide-react'
import { useRead } from '@/api/useRead'
import { ButtonLink } from '@/design/Button'
import { EmptyState, ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { LiveDot } from '@/live/LiveDot'
import type { Board } from './board'
import { TeamBoardDocument } from './documents'
import { TeamCard } from './TeamCard'
import { useTasks } from './useTasks'

/** My team's tasks first; the other teams as bars. Teams keep their order: nobody is ranked. */
export default function TeamsScreen({ eventId }: { eventId: string }) {
  const { t } = useLingui()
  const { data, loading, failed, reload } = useRead(TeamBoardDocument, { eventId })
  const board = data?.teamBoard
  return (
    <Screen
      title={board ? t`Teams: ${board.title}` : t`Teams`}
      back={`/events/${eventId}`}
      aside={<LiveDot />}
      action={board?.mayManage && <Manage board={board} />}
    >
      {loading && <Skeleton rows={4} />}
      {(failed || data?.teamBoard === null) && (
        <ErrorState title={<Trans>The teams could not be read</Trans>} onRetry={reload}>
          <Trans>Check the network and try again.</Trans>
        </ErrorState>
      )}
      {board && (board.teams.length === 0 ? <NoTeams board={board} /> : <Teams board={board} />)}
    </Screen>
  )
}

function Manage({ board }: { board: Board }) {
  return (
    <>
      {board.teams.length > 0 && (
        <a className="button button-quiet" href={board.screenUrl} target="_blank" rel="noreferrer">
          <MonitorPlay aria-hidden="true" size={20} />
          <Trans>On the screen</Trans>
        </a>
      )}
      <ButtonLink
        to={`/events/${board.eventId}/teams/change`}
        look={board.teams.length ? 'quiet' : 'primary'}
      >
        <Pencil aria-hidden="true" size={20} />
        {board.teams.length > 0 ? <Trans>Change</Trans> : <Trans>Make teams</Trans>}
      </ButtonLink>
    </>
  )
}

function NoTeams({ board }: { board: Board }) {
  return (
    <EmptyState title={<Trans>No teams yet</Trans>}>
      {board.mayManage ? (
        <Trans>Name a few tasks and deal people into teams: for a city game, a debate day, a clean-up.</Trans>
      ) : (
        <Trans>When there are teams, your team and its tasks will stand here.</Trans>
      )}
    </EmptyState>
  )
}

function Teams({ board }: { board: Board }) {
  const tasks = useTasks(board)
  const mine = board.teams.filter(({ id }) => id === board.myTeamId)
  const others = board.teams.filter(({ id }) => id !== board.myTeamId)
  return (
    <>
      {board.achievement && (
        <div className="card event-badge">
          <img src={board.achievement.art.svgUrl} alt="" width={72} height={72} />
          <p>
            <strong>{board.achievement.name}</strong>
            <span className="quiet block">
              <Trans>For everybody in a team that finishes all its tasks.</Trans>
            </span>
          </p>
        </div>
      )}
      {[...mine, ...others].map(team => (
        <TeamCard
          key={team.id}
          team={team}
          board={board}
          mine={team.id === board.myTeamId}
          mayTick={board.mayManage || team.id === board.myTeamId}
          tasks={tasks}
        />
      ))}
    </>
  )
}
