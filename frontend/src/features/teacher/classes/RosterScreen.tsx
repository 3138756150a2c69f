import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Printer } from 'lucide-react'
import { useState } from 'react'
import { useRead } from '@/api/useRead'
import { Button } from '@/design/Button'
import { ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { CardsForm } from './CardsForm'
import { ClassRoster } from './documents'
import type { RosterStudent } from './rosterStudent'
import { SignInButton } from './SignInButton'
import { StudentSheet } from './StudentSheet'
import './classes.css'

/** Who is in the class, their cards and their sign-in. No progress stands here. */
export default function RosterScreen({ groupId }: { groupId: string }) {
  const { t } = useLingui()
  const { data, loading, failed, reload } = useRead(ClassRoster, { groupId })
  const [open, setOpen] = useState<RosterStudent | 'new' | null>(null)
  const roster = data?.classRoster
  const withCards = roster?.students.filter(({ runBySchool }) => runBySchool) ?? []
  const cardless = withCards.filter(({ hasCard }) => !hasCard)
  return (
    <Screen
      title={roster ? t`${roster.name}: students` : t`Students`}
      back={roster?.led ? `/classes/${groupId}` : '/'}
      action={
        roster && (
          <>
            <SignInButton groupId={groupId} openUntil={roster.signInOpenUntil} />
            <Button onClick={() => setOpen('new')}>
              <Trans>Add a student</Trans>
            </Button>
          </>
        )
      }
    >
      {loading && <Skeleton rows={6} />}
      {(failed || data?.classRoster === null) && (
        <ErrorState title={<Trans>This class could not be opened</Trans>} onRetry={reload}>
          <Trans>Either the network is away, or the class is not one of yours.</Trans>
        </ErrorState>
      )}
      {roster && (
        <>
          <section className="card" aria-labelledby="cards">
            <h2 id="cards">
              <Trans>Sign-in cards</Trans>
            </h2>
            <p className="quiet">
              <Trans>
                A card is printed once. Printing again makes new cards, and the old ones stop working.
              </Trans>
            </p>
            <div className="row">
              {cardless.length > 0 && cardless.length < withCards.length && (
                <CardsForm groupId={groupId} studentIds={cardless.map(({ id }) => id)}>
                  <Printer aria-hidden="true" size={20} />
                  <Plural value={cardless.length} one="Print # missing card" other="Print # missing cards" />
                </CardsForm>
              )}
              <CardsForm groupId={groupId} look={cardless.length === withCards.length ? 'primary' : 'quiet'}>
                <Printer aria-hidden="true" size={20} />
                <Plural value={withCards.length} one="Print # card" other="Print all # cards" />
              </CardsForm>
            </div>
          </section>
          <section className="stack stack-tight" aria-labelledby="students">
            <h2 id="students">
              <Plural value={roster.students.length} one="# student" other="# students" />
            </h2>
            <ul className="card list roster">
              {roster.students.map(student => (
                <li key={student.id}>
                  <button type="button" className="list-row roster-row" onClick={() => setOpen(student)}>
                    <span className="grow">
                      <strong>
                        {student.familyName} {student.givenName}
                      </strong>
                      {student.nickname && <span className="quiet block">{student.nickname}</span>}
                    </span>
                    <span className="quiet">
                      {!student.runBySchool ? (
                        <Trans>own account</Trans>
                      ) : student.signedInOnce ? (
                        <Trans>has signed in</Trans>
                      ) : student.hasCard ? (
                        <Trans>has a card</Trans>
                      ) : (
                        <Trans>no card yet</Trans>
                      )}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
          {roster.teachers.length > 0 && (
            <p className="quiet">
              <Trans>Teachers of the class: {roster.teachers.map(({ name }) => name).join(', ')}</Trans>
            </p>
          )}
          <StudentSheet
            key={open === 'new' ? 'new' : open?.id}
            groupId={groupId}
            student={open === 'new' ? null : open}
            open={open !== null}
            onClose={() => setOpen(null)}
          />
        </>
      )}
    </Screen>
  )
}
