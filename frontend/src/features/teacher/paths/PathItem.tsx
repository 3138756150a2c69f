import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { CalendarPlus } from 'lucide-react'
import { useSend } from '@/api/useSend'
import { Button, ButtonLink } from '@/design/Button'
import { Card } from '@/design/Card'
import { State } from '@/design/State'
import { useToast } from '@/design/Toast'
import type { AssignablePath } from './assignablePath'
import { AssignPath, UnassignPath } from './documents'
import { PathOutline } from './PathOutline'

type PathItemProps = { path: AssignablePath; groupId: string; groupName: string; onAssign: () => void }

export function PathItem({ path, groupId, groupName, onAssign }: PathItemProps) {
  const { t } = useLingui()
  const say = useToast()
  const [end, ending] = useSend(UnassignPath)
  const [assign] = useSend(AssignPath)
  const hours = Math.round(path.hours)

  async function takeAway(assignmentId: string): Promise<void> {
    const sent = await end({ assignmentId })
    if (sent.outcome === 'done')
      say({
        text: t`${groupName} no longer has “${path.title}”. Badges stay.`,
        undo: () => void assign({ groupId, pathId: path.id }),
      })
    else if (sent.outcome !== 'saved') say({ text: sent.problems[0]?.message })
  }

  return (
    <Card as="li">
      <div className="row spread path-head">
        <h2>{path.title}</h2>
        {path.assigned && (
          <State state="done">
            <Trans>assigned</Trans>
          </State>
        )}
      </div>
      <p>{path.description}</p>
      <p className="quiet">
        <Plural value={path.stepCount} one="# step" other="# steps" /> ·{' '}
        <Plural value={path.badgeCount} one="# badge" other="# badges" /> ·{' '}
        <Plural value={path.weeks} one="# week" other="# weeks" /> · <Trans>about {hours} h</Trans>
      </p>
      {!path.suitable && (
        <p className="quiet">
          <Trans>Written for another type of school.</Trans>
        </p>
      )}
      {path.alreadyOn > 0 && (
        <p className="quiet">
          <Plural value={path.alreadyOn} one="# person is on it already" other="# people are on it already" />
        </p>
      )}
      {path.grants.map(badge => (
        <p className="row" key={badge.id}>
          <img className="badge-thumb" src={badge.art.svgUrl} alt="" width={40} height={40} />
          <span>
            <Trans>At the end: {badge.name}</Trans>
          </span>
        </p>
      ))}
      <PathOutline path={path} />
      <div className="row">
        {path.assignmentId ? (
          <>
            <ButtonLink to={`/classes/${groupId}?path=${path.id}`} look="quiet">
              <Trans>Open the board</Trans>
            </ButtonLink>
            <Button look="plain" busy={ending} onClick={() => void takeAway(path.assignmentId ?? '')}>
              <Trans>End for this class</Trans>
            </Button>
          </>
        ) : (
          <Button onClick={onAssign}>
            <CalendarPlus aria-hidden="true" size={20} />
            <Trans>Assign to {groupName}</Trans>
          </Button>
        )}
      </div>
    </Card>
  )
}
