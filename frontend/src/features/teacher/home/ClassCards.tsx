import { Plural, Trans } from '@lingui/react/macro'
import type { ResultOf } from '@/api/graphql'
import { ButtonLink } from '@/design/Button'
import { Card } from '@/design/Card'
import { Link } from '@/design/Link'
import { State } from '@/design/State'
import { clock } from '@/i18n/dates'
import { useNow } from '../steady/useNow'
import type { TeacherHome } from './documents'

type ClassCard = ResultOf<typeof TeacherHome>['teacherHome']['classes'][number]

export function ClassCards({ classes }: { classes: readonly ClassCard[] }) {
  const now = useNow(classes.some(({ signInOpenUntil }) => signInOpenUntil !== null))
  return (
    <section className="stack" aria-labelledby="my-classes">
      <h2 id="my-classes">
        <Trans>My classes</Trans>
      </h2>
      <ul className="class-cards">
        {classes.map(one => (
          <Card as="li" key={one.id}>
            <div className="row spread">
              <h3>
                <Link
                  to={one.led ? `/classes/${one.id}` : `/classes/${one.id}/roster`}
                  className="class-name"
                >
                  {one.name}
                </Link>
              </h3>
              <span className="quiet">
                <Plural value={one.students} one="# student" other="# students" />
              </span>
            </div>
            {one.led && (
              <p className="quiet">
                {one.pathTitles.length > 0 ? one.pathTitles.join(' · ') : <Trans>No path yet</Trans>}
              </p>
            )}
            <ClassStates one={one} />
            {one.signInOpenUntil && Date.parse(one.signInOpenUntil) > now && (
              <State state="current">
                <Trans>sign-in open until {clock(one.signInOpenUntil)}</Trans>
              </State>
            )}
            <div className="row board-links">
              {one.led ? (
                <>
                  <ButtonLink to={`/award/${one.id}`} look="quiet">
                    <Trans>Award</Trans>
                  </ButtonLink>
                  <ButtonLink to={`/paths/${one.id}`} look="quiet">
                    <Trans>Assign a path</Trans>
                  </ButtonLink>
                  <ButtonLink to={`/events/now/${one.id}`} look="quiet">
                    <Trans>Meeting now</Trans>
                  </ButtonLink>
                </>
              ) : (
                <ButtonLink to={`/classes/${one.id}/roster`} look="quiet">
                  <Trans>Students and cards</Trans>
                </ButtonLink>
              )}
            </div>
          </Card>
        ))}
      </ul>
    </section>
  )
}

function ClassStates({ one }: { one: ClassCard }) {
  if (one.toReview + one.stuck + one.ready === 0) return null
  return (
    <div className="row">
      {one.toReview > 0 && (
        <Link to={`/classes/${one.id}/review`}>
          <State state="review">
            <Plural value={one.toReview} one="# to review" other="# to review" />
          </State>
        </Link>
      )}
      {one.stuck > 0 && (
        <State state="attention">
          <Plural value={one.stuck} one="# stuck" other="# stuck" />
        </State>
      )}
      {one.ready > 0 && (
        <State state="done">
          <Plural value={one.ready} one="# ready" other="# ready" />
        </State>
      )}
    </div>
  )
}
