import { Trans, useLingui } from '@lingui/react/macro'
import type { ResultOf } from '@/api/graphql'
import { useRead } from '@/api/useRead'
import { Card } from '@/design/Card'
import { EmptyState, ErrorState, Skeleton } from '@/design/Notices'
import { ProgressBar } from '@/design/ProgressStrip'
import { Screen } from '@/design/Screen'
import { State } from '@/design/State'
import { dayAndMonth } from '@/i18n/dates'
import { LiveDot } from '@/live/LiveDot'
import { MyPaths } from './documents'
import { designState } from './states'

type PathCard = ResultOf<typeof MyPaths>['myPaths'][number]

/** All paths of the student; what is finished stands below and stays readable. */
export default function PathsScreen() {
  const { t } = useLingui()
  const { data, loading, failed, reload } = useRead(MyPaths)
  const running = data?.myPaths.filter(({ completed }) => !completed) ?? []
  const finished = data?.myPaths.filter(({ completed }) => completed) ?? []
  return (
    <Screen title={t`Paths`} aside={<LiveDot />}>
      {loading && <Skeleton />}
      {failed && (
        <ErrorState title={<Trans>Your paths could not be read</Trans>} onRetry={reload}>
          <Trans>Nothing you have done is lost. Look again in a moment.</Trans>
        </ErrorState>
      )}
      {data?.myPaths.length === 0 && (
        <EmptyState title={<Trans>No path yet</Trans>}>
          <Trans>
            A path is a series of steps towards badges. Your teacher gives it to the class, and it appears
            here at once.
          </Trans>
        </EmptyState>
      )}
      {running.map(path => (
        <OnePath key={path.enrollmentId} path={path} />
      ))}
      {finished.length > 0 && (
        <section className="stack" aria-labelledby="finished-paths">
          <h2 id="finished-paths">
            <Trans>Completed</Trans>
          </h2>
          {finished.map(path => (
            <OnePath key={path.enrollmentId} path={path} />
          ))}
        </section>
      )}
    </Screen>
  )
}

function OnePath({ path }: { path: PathCard }) {
  const { t } = useLingui()
  return (
    <Card to={`/paths/${path.enrollmentId}`}>
      <div className="stack stack-tight">
        <h3>{path.title}</h3>
        <p className="quiet">{path.description}</p>
      </div>
      <ProgressBar done={path.done} of={path.of} label={t`Steps done: ${path.done} of ${path.of}`} />
      {path.completed ? (
        <div>
          <State state="done">
            <Trans>path completed</Trans>
          </State>
        </div>
      ) : (
        path.next && (
          <div className="stack stack-tight">
            <p>
              <Trans>
                Next: <strong>{path.next.title}</strong>
              </Trans>
            </p>
            <div>
              <State state={designState(path.next.state, true)} />
            </div>
          </div>
        )
      )}
      <p className="quiet">
        {path.groupName}
        {path.dueOn && !path.completed && (
          <>
            {' · '}
            <Trans>planned until {dayAndMonth(path.dueOn)}</Trans>
          </>
        )}
      </p>
    </Card>
  )
}
