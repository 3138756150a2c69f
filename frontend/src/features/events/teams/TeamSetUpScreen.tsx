import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Problem } from '@/api/problems'
import { useRead } from '@/api/useRead'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { FieldError } from '@/design/Field'
import { ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { EventFormDocument, EventScreenDocument } from '../documents'
import { BadgePicker } from '../plan/BadgePicker'
import type { Board } from './board'
import { SetUpTeams, TeamBoardDocument } from './documents'
import { PeopleInTeams } from './PeopleInTeams'
import { membersOf, type Places, type TaskDraft, type TeamDraft } from './setUp'
import { TaskFields } from './TaskFields'

/** Tasks, teams and who is in which, all on one screen; nothing is dragged. */
export default function TeamSetUpScreen({ eventId }: { eventId: string }) {
  const { t } = useLingui()
  const board = useRead(TeamBoardDocument, { eventId })
  const event = useRead(EventScreenDocument, { id: eventId })
  const groupId = event.data?.event?.card.groupId
  if (board.data?.teamBoard?.mayManage && event.data)
    return <SetUp board={board.data.teamBoard} groupId={groupId ?? null} />
  return (
    <Screen title={t`Teams and tasks`} back={`/events/${eventId}/teams`}>
      {board.loading || event.loading ? (
        <Skeleton rows={4} />
      ) : (
        <ErrorState title={<Trans>The teams could not be read</Trans>} onRetry={board.reload}>
          <Trans>Check the network and try again.</Trans>
        </ErrorState>
      )}
    </Screen>
  )
}

const key = () => crypto.randomUUID()

function SetUp({ board, groupId }: { board: Board; groupId: string | null }) {
  const { t } = useLingui()
  const [, go] = useLocation()
  const [tasks, setTasks] = useState<readonly TaskDraft[]>(() =>
    board.tasks.length > 0
      ? board.tasks.map(task => ({ ...task, key: task.id }))
      : [{ key: key(), id: null, title: '', details: '' }],
  )
  const [teams, setTeams] = useState<readonly TeamDraft[]>(() =>
    board.teams.length > 0
      ? board.teams.map(({ id, name }) => ({ key: id, id, name }))
      : [1, 2].map(number => ({ key: key(), id: null, name: t`Team ${number}` })),
  )
  const [places, setPlaces] = useState<Places>(
    () => new Map(board.teams.flatMap(team => team.members.map(({ id }) => [id, team.id] as const))),
  )
  const [achievementId, setAchievementId] = useState(board.achievement?.id ?? '')
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [save, busy] = useSend(SetUpTeams)

  async function keep(): Promise<void> {
    const sent = await save({
      eventId: board.eventId,
      achievementId: achievementId || null,
      tasks: tasks
        .filter(({ title }) => title.trim())
        .map(({ id, title, details }) => ({ id, title: title.trim(), details: details.trim() })),
      teams: teams.map(team => ({
        id: team.id,
        name: team.name.trim(),
        userIds: membersOf(places, team.key),
      })),
    })
    if (sent.outcome === 'done') go(`/events/${board.eventId}/teams`, { replace: true })
    else if (sent.outcome !== 'saved') {
      setProblems(sent.problems)
      document.getElementById('content')?.scrollIntoView()
    }
  }

  return (
    <Screen
      title={t`Teams and tasks`}
      back={`/events/${board.eventId}/teams`}
      action={
        <Button busy={busy} onClick={() => void keep()}>
          <Trans>Save teams and tasks</Trans>
        </Button>
      }
    >
      <FieldError message={problems[0]?.message} />
      <TaskFields tasks={tasks} onChange={setTasks} />
      <PeopleInTeams
        people={board.people}
        teams={teams}
        places={places}
        onTeams={setTeams}
        onPlaces={setPlaces}
      />
      {groupId && <Badge groupId={groupId} value={achievementId} onChange={setAchievementId} />}
    </Screen>
  )
}

function Badge(props: { groupId: string; value: string; onChange: (id: string) => void }) {
  const { data } = useRead(EventFormDocument, { groupId: props.groupId })
  if (!data?.eventForm) return null
  return (
    <BadgePicker
      legend={<Trans>Badge for a team that finishes everything</Trans>}
      badges={data.eventForm.badges}
      value={props.value}
      onChange={props.onChange}
    />
  )
}
