import { Trans, useLingui } from '@lingui/react/macro'
import { IdCard } from 'lucide-react'
import { useRead } from '@/api/useRead'
import { ButtonLink } from '@/design/Button'
import { Medal } from '@/design/Medal'
import { ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { daysAgo } from '@/i18n/dates'
import { CardsForm } from '../classes/CardsForm'
import { ClassStudent } from './documents'
import { StudentPath } from './StudentPath'
import './student.css'

type StudentScreenProps = { groupId: string; studentId: string }

/** One student: paths with steps to tick, badges, the card. */
export default function StudentScreen({ groupId, studentId }: StudentScreenProps) {
  const { t } = useLingui()
  const { data, loading, failed, reload } = useRead(ClassStudent, { groupId, studentId })
  const student = data?.classStudent
  return (
    <Screen
      title={student?.name ?? t`Student`}
      back={`/classes/${groupId}`}
      aside={<span className="quiet">{student?.groupName}</span>}
      wide
    >
      {loading && <Skeleton rows={4} />}
      {(failed || data?.classStudent === null) && (
        <ErrorState title={<Trans>This student could not be opened</Trans>} onRetry={reload}>
          <Trans>Either the network is away, or the student is no longer in this class.</Trans>
        </ErrorState>
      )}
      {student && (
        <div className="student-columns">
          <div className="stack">
            {student.paths.length === 0 && (
              <p className="notice">
                <Trans>No path yet.</Trans>
              </p>
            )}
            {student.paths.map(path => (
              <StudentPath key={path.enrollmentId} path={path} name={student.name} whole={student} />
            ))}
          </div>
          <div className="stack">
            <section className="card" aria-labelledby="badges">
              <h2 id="badges">
                <Trans>Badges</Trans>
              </h2>
              {student.badges.length === 0 && (
                <p className="quiet">
                  <Trans>None yet. The first one counts the most.</Trans>
                </p>
              )}
              <div className="medals">
                {student.badges.map(badge => (
                  <Medal
                    key={badge.id}
                    art={badge.art.svgUrl}
                    alt=""
                    name={badge.name}
                    note={[daysAgo(badge.awardedAt), badge.awardedBy].filter(Boolean).join(', ')}
                    to={`/given/${badge.id}`}
                  />
                ))}
              </div>
              <ButtonLink to={`/award/${groupId}`} look="quiet">
                <Trans>Award a badge</Trans>
              </ButtonLink>
            </section>
            <section className="card" aria-labelledby="card">
              <h2 id="card">
                <Trans>Sign-in card</Trans>
              </h2>
              <p className="quiet">
                <Trans>A new card comes with a new PIN; the old card stops working.</Trans>
              </p>
              <CardsForm groupId={groupId} studentIds={[studentId]} look="quiet">
                <IdCard aria-hidden="true" size={20} />
                <Trans>New card</Trans>
              </CardsForm>
            </section>
          </div>
        </div>
      )}
    </Screen>
  )
}
