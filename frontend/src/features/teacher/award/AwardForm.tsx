import { plural } from '@lingui/core/macro'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import type { ResultOf } from '@/api/graphql'
import { type Problem, problemAt } from '@/api/problems'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { Chip, Chips } from '@/design/Chips'
import { CheckRow } from '@/design/Choice'
import { FieldError, TextArea } from '@/design/Field'
import { GradeField } from '@/design/GradeField'
import { Link } from '@/design/Link'
import { Screen } from '@/design/Screen'
import { useToast } from '@/design/Toast'
import { eligible, preselected, ready, sameChoice } from './candidates'
import { AwardBadge, type AwardScreenDocument } from './documents'
import { GradesHint } from './Grades'
import { useKindWords } from './kindWords'
import { useUndoAward } from './useUndoAward'

type Data = NonNullable<ResultOf<typeof AwardScreenDocument>['awardScreen']>
/** Longest sentence on a badge, as the server counts it. */
const NOTE_LIMIT = 500

export function AwardForm(props: { screen: Data; achievement: NonNullable<Data['achievement']> }) {
  const { achievement, screen } = props
  const { groupId, candidates } = screen
  const { t } = useLingui()
  const [, go] = useLocation()
  const say = useToast()
  const kindWord = useKindWords()
  const [award, awarding] = useSend(AwardBadge)
  const [undo] = useUndoAward()
  const [picked, setPicked] = useState<ReadonlySet<string> | null>(null)
  const [note, setNote] = useState(achievement.feedbackExample)
  const [grades, setGrades] = useState<Readonly<Record<string, string>>>({})
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const ungraded = problemAt(problems, 'results') !== undefined && Boolean(achievement.resultScale?.required)
  // The list is long: what is wrong is brought into sight.
  useEffect(() => {
    if (problems.length === 0) return
    const wrong = document.querySelector(
      '.award-people [aria-invalid=true], .award-columns .field-error:not(:empty)',
    )
    wrong?.scrollIntoView({ block: 'center' })
  }, [problems])
  const may = eligible(candidates)
  const finished = ready(candidates)
  const holders = candidates.filter(({ has }) => has)
  // Somebody who got it meanwhile from a colleague falls out of the choice by themselves.
  const chosen = new Set(
    (picked ? [...picked] : preselected(candidates)).filter(id => may.some(one => one.studentId === id)),
  )
  const choose = (who: readonly { studentId: string }[]) => setPicked(new Set(who.map(one => one.studentId)))

  function mark(id: string, on: boolean): void {
    const next = new Set(chosen)
    if (on) next.add(id)
    else next.delete(id)
    setPicked(next)
  }

  async function give(): Promise<void> {
    const sent = await award({
      groupId,
      achievementId: achievement.id,
      studentIds: [...chosen],
      note: note.trim(),
      results: achievement.resultScale
        ? [...chosen].map(studentId => ({ studentId, value: grades[studentId] ?? '' }))
        : null,
    })
    if (sent.outcome !== 'done') {
      if (sent.outcome !== 'saved') setProblems(sent.problems)
      return
    }
    const { batchId } = sent.payload
    const people = sent.payload.people ?? 0
    say({
      text: plural(people, {
        one: `“${achievement.name}” awarded to # person`,
        other: `“${achievement.name}” awarded to # people`,
      }),
      ...(batchId && { undo: () => void undo(batchId, achievement.name) }),
    })
    go(`/classes/${groupId}`)
  }

  return (
    <Screen
      title={t`Award: ${screen.groupName}`}
      back={`/award/${groupId}`}
      action={
        <Button busy={awarding} disabled={chosen.size === 0} onClick={() => void give()}>
          {chosen.size === 0 ? (
            <Trans>Choose who gets it</Trans>
          ) : (
            <Plural value={chosen.size} one="Award to # person" other="Award to # people" />
          )}
        </Button>
      }
      wide
    >
      <div className="award-columns">
        <div className="stack">
          <div className="card award-badge">
            <img src={achievement.art.svgUrl} alt="" width={88} height={88} />
            <div className="stack stack-tight">
              <h2>{achievement.name}</h2>
              <p className="quiet">
                {kindWord(achievement.kind)} · {achievement.issuerName}
              </p>
              <Link to={`/award/${groupId}`}>
                <Trans>Another badge</Trans>
              </Link>
            </div>
          </div>
          <TextArea
            label={t`A sentence for them`}
            hint={t`Everybody you award now reads it with the badge.`}
            rows={2}
            maxLength={NOTE_LIMIT}
            value={note}
            onChange={event => setNote(event.target.value)}
          />
          {achievement.howToEarn && (
            <details>
              <summary>
                <Trans>What it is for</Trans>
              </summary>
              <p>{achievement.howToEarn}</p>
            </details>
          )}
        </div>
        <section className="stack" aria-labelledby="who">
          <h2 id="who">
            <Trans>Who?</Trans>
          </h2>
          <Chips label={t`Choose quickly`}>
            {finished.length > 0 && (
              <Chip pressed={sameChoice(chosen, finished)} onPress={() => choose(finished)}>
                <Plural value={finished.length} one="Ready (#)" other="Ready (#)" />
              </Chip>
            )}
            <Chip pressed={sameChoice(chosen, may)} onPress={() => choose(may)}>
              <Plural value={may.length} one="Everybody (#)" other="Everybody (#)" />
            </Chip>
            <Chip pressed={chosen.size === 0} onPress={() => choose([])}>
              <Trans>Nobody</Trans>
            </Chip>
          </Chips>
          <FieldError message={problems[0]?.message} />
          {achievement.resultScale && <GradesHint scale={achievement.resultScale} />}
          <ul className="card list award-people">
            {may.map(one => (
              <li key={one.studentId} className={achievement.resultScale ? 'award-graded' : undefined}>
                <CheckRow
                  checked={chosen.has(one.studentId)}
                  onChange={on => mark(one.studentId, on)}
                  note={one.line}
                >
                  {one.name}
                </CheckRow>
                {achievement.resultScale && chosen.has(one.studentId) && (
                  <GradeField
                    scale={achievement.resultScale}
                    name={one.name}
                    value={grades[one.studentId] ?? ''}
                    error={ungraded && !grades[one.studentId] ? t`Choose a grade` : undefined}
                    onChange={value => setGrades({ ...grades, [one.studentId]: value })}
                  />
                )}
              </li>
            ))}
          </ul>
          {holders.length > 0 && (
            <details>
              <summary>
                <Plural
                  value={holders.length}
                  one="# person has it already"
                  other="# people have it already"
                />
              </summary>
              <p className="quiet">{holders.map(({ name }) => name).join(', ')}</p>
            </details>
          )}
        </section>
      </div>
    </Screen>
  )
}
