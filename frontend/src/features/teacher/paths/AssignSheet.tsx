import { plural } from '@lingui/core/macro'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { type Problem, problemAt } from '@/api/problems'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { Chip, Chips } from '@/design/Chips'
import { Segmented } from '@/design/Choice'
import { Field, FieldError } from '@/design/Field'
import { Sheet } from '@/design/Sheet'
import { useToast } from '@/design/Toast'
import { dayAndMonth } from '@/i18n/dates'
import type { AssignablePath } from './assignablePath'
import { ChosenPeople } from './ChosenPeople'
import { AssignPath, UnassignPath } from './documents'
import { dueDates, earliest } from './dueDates'

type AssignSheetProps = { path: AssignablePath; group: { id: string; name: string }; onClose: () => void }

/** Whole class or some people, a date or none, one button. */
export function AssignSheet({ path, group, onClose }: AssignSheetProps) {
  const { t } = useLingui()
  const [, go] = useLocation()
  const say = useToast()
  const [assign, assigning] = useSend(AssignPath)
  const [unassign] = useSend(UnassignPath)
  const [who, setWho] = useState<'class' | 'people'>('class')
  const [people, setPeople] = useState<ReadonlySet<string>>(new Set())
  const dates = useMemo(() => dueDates(path.weeks), [path.weeks])
  const [due, setDue] = useState(dates[0]?.day ?? '')
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const nobody = who === 'people' && people.size === 0

  async function takeBack(assignmentId: string): Promise<void> {
    const sent = await unassign({ assignmentId })
    if (sent.outcome === 'done') {
      say({ text: t`${group.name} no longer has “${path.title}”.` })
      go(`/paths/${group.id}`)
    } else if (sent.outcome !== 'saved') say({ text: sent.problems[0]?.message })
  }

  async function give(): Promise<void> {
    const sent = await assign({
      groupId: group.id,
      pathId: path.id,
      dueOn: due || null,
      studentIds: who === 'people' ? [...people] : null,
    })
    if (sent.outcome !== 'done') {
      if (sent.outcome !== 'saved') setProblems(sent.problems)
      return
    }
    const { assignmentId } = sent.payload
    const count = sent.payload.people ?? 0
    say({
      text: plural(count, {
        one: `“${path.title}” assigned to # person`,
        other: `“${path.title}” assigned to # people`,
      }),
      ...(assignmentId && { undo: () => void takeBack(assignmentId) }),
    })
    go(`/classes/${group.id}?path=${path.id}`)
  }

  return (
    <Sheet
      title={path.title}
      open
      onClose={onClose}
      actions={
        <Button busy={assigning} disabled={nobody} onClick={() => void give()}>
          {who === 'class' ? (
            <Trans>Assign to {group.name}</Trans>
          ) : (
            <Plural value={people.size} one="Assign to # person" other="Assign to # people" />
          )}
        </Button>
      }
    >
      <Segmented
        legend={t`Who?`}
        value={who}
        onChange={setWho}
        options={[
          { value: 'class', label: t`The whole class` },
          { value: 'people', label: t`Chosen people` },
        ]}
      />
      {path.alreadyOn > 0 && (
        <p className="quiet">
          <Plural value={path.alreadyOn} one="# person is on it already" other="# people are on it already" />
        </p>
      )}
      {who === 'people' && <ChosenPeople groupId={group.id} chosen={people} onChange={setPeople} />}
      <div className="stack stack-tight">
        <h3>
          <Trans>Until when?</Trans>
        </h3>
        <p className="quiet">
          <Trans>A date helps to plan. Nothing closes and nothing is lost when it passes.</Trans>
        </p>
        <Chips label={t`Until when?`}>
          {dates.map(({ day, weeks }) => (
            <Chip key={day} pressed={due === day} onPress={() => setDue(day)}>
              {dayAndMonth(day)} ·{' '}
              {weeks === null ? (
                <Trans>end of the school year</Trans>
              ) : (
                <Plural value={weeks} one="# week" other="# weeks" />
              )}
            </Chip>
          ))}
          <Chip pressed={due === ''} onPress={() => setDue('')}>
            <Trans>No date</Trans>
          </Chip>
        </Chips>
        <Field
          label={t`Another date`}
          type="date"
          min={earliest()}
          value={due}
          error={problemAt(problems, 'dueOn') ?? problemAt(problems, 'due_on')}
          onChange={event => setDue(event.target.value)}
        />
      </div>
      <FieldError message={problems.find(({ field }) => !/^due/.test(field))?.message} />
    </Sheet>
  )
}
