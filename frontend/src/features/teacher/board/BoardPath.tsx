import { Trans, useLingui } from '@lingui/react/macro'
import { useLocation } from 'wouter'
import { ButtonLink } from '@/design/Button'
import { Chip, Chips } from '@/design/Chips'
import { EmptyState } from '@/design/Notices'
import { dayAndMonth } from '@/i18n/dates'
import type { Board } from './board'

/** Which path the board shows; a class without one is told how it gets one. */
export function BoardPath({ board }: { board: Board }) {
  const { t } = useLingui()
  const [, go] = useLocation()
  if (board.paths.length === 0)
    return (
      <EmptyState
        title={<Trans>This class has no path yet</Trans>}
        action={
          <ButtonLink to={`/paths/${board.groupId}`}>
            <Trans>Choose a path</Trans>
          </ButtonLink>
        }
      >
        <Trans>Assign one and everybody finds the first step on their phone at once.</Trans>
      </EmptyState>
    )
  const title = board.paths.find(({ id }) => id === board.pathId)?.title ?? ''
  return (
    <div className="stack stack-tight">
      {board.paths.length > 1 && (
        <Chips label={t`Path`}>
          {board.paths.map(path => (
            <Chip
              key={path.id}
              pressed={path.id === board.pathId}
              onPress={() => go(`/classes/${board.groupId}?path=${path.id}`, { replace: true })}
            >
              {path.title}
            </Chip>
          ))}
        </Chips>
      )}
      <h2>{title}</h2>
      {board.dueOn && (
        <p className="quiet">
          <Trans>Planned until {dayAndMonth(board.dueOn)}</Trans>
        </p>
      )}
    </div>
  )
}
