import { Trans, useLingui } from '@lingui/react/macro'
import { CheckRow } from '@/design/Choice'
import { ProgressBar } from '@/design/ProgressStrip'
import { State } from '@/design/State'
import type { Board } from './board'
import type { useTasks } from './useTasks'

type TeamCardProps = {
  team: Board['teams'][number]
  board: Board
  mine: boolean
  mayTick: boolean
  tasks: ReturnType<typeof useTasks>
}

/** One team: its people, how far it is, and for those who may, the tasks to tick. */
export function TeamCard({ team, board, mine, mayTick, tasks }: TeamCardProps) {
  const { t } = useLingui()
  const isDone = (taskId: string) => tasks.isDone(team.id, taskId, team.doneTaskIds.includes(taskId))
  const done = board.tasks.filter(({ id }) => isDone(id)).length
  const of = board.tasks.length
  const id = `team-${team.id}`
  const list = mayTick && (
    <ul className="list">
      {board.tasks.map(task => (
        <li key={task.id}>
          <CheckRow
            checked={isDone(task.id)}
            onChange={on => void tasks.change(team.id, task.id, on)}
            note={task.details}
          >
            {task.title}
          </CheckRow>
        </li>
      ))}
    </ul>
  )
  return (
    <section className={mine ? 'card card-next' : 'card'} aria-labelledby={id}>
      {mine && (
        <p className="next-word">
          <Trans>Your team</Trans>
        </p>
      )}
      <div className="row spread">
        <h2 id={id}>{team.name}</h2>
        {of > 0 && done === of && (
          <State state="done">
            <Trans>finished</Trans>
          </State>
        )}
      </div>
      {team.members.length > 0 && <p className="quiet">{team.members.map(({ name }) => name).join(', ')}</p>}
      {of > 0 && <ProgressBar done={done} of={of} label={t`Tasks done: ${done} of ${of}`} />}
      {mine
        ? list
        : list && (
            <details>
              <summary>
                <Trans>Tasks</Trans>
              </summary>
              {list}
            </details>
          )}
    </section>
  )
}
