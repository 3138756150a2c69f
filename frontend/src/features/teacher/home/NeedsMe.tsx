import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { ResultOf } from '@/api/graphql'
import { Button } from '@/design/Button'
import { Chip, Chips } from '@/design/Chips'
import { Link } from '@/design/Link'
import { State } from '@/design/State'
import { useSteady } from '../steady/useSteady'
import { WaitingChanges } from '../steady/WaitingChanges'
import type { TeacherHome } from './documents'
import { groupsOfWork, type NeedsMeItem, placeFor, type Work } from './needsMe'

type Home = ResultOf<typeof TeacherHome>['teacherHome']
const AT_FIRST = 8

/** "9 to review · 3 stuck · 12 ready" and the people behind the numbers, the oldest first. */
export function NeedsMe({ home, fresh }: { home: Home; fresh: boolean }) {
  const { t } = useLingui()
  const [, go] = useLocation()
  const only = new URLSearchParams(useSearch()).get('only') as Work | null
  const [all, setAll] = useState(false)
  const { rows, waiting, show } = useSteady(
    home.needsMe,
    item => `${item.kind}:${item.enrollmentId}:${item.submissionId}`,
    fresh,
  )
  const counts = groupsOfWork(home.classes)
  const wanted = only ? rows.filter(({ kind }) => kind === only) : rows
  const shown = all ? wanted : wanted.slice(0, AT_FIRST)
  const hidden = wanted.length - shown.length
  const nobody = counts.review + counts.stuck + counts.ready === 0
  return (
    <section className="stack" aria-labelledby="needs-me">
      <h2 id="needs-me">
        <Trans>Who needs me</Trans>
      </h2>
      {nobody ? (
        <p className="notice notice-done">
          <Trans>Nobody is waiting for you now. New work appears here by itself.</Trans>
        </p>
      ) : (
        <Chips label={t`What to show`}>
          <Link to="/review" className="chip">
            <span className="work-mark" aria-hidden="true" />
            <Plural value={counts.review} one="# to review" other="# to review" />
          </Link>
          {(['stuck', 'ready'] as const).map(kind => (
            <Chip
              key={kind}
              pressed={only === kind}
              onPress={() => go(only === kind ? '/' : `/?only=${kind}`, { replace: true })}
            >
              <span className={`work-mark work-${kind}`} aria-hidden="true" />
              {kind === 'stuck' ? (
                <Plural value={counts.stuck} one="# stuck" other="# stuck" />
              ) : (
                <Plural value={counts.ready} one="# ready" other="# ready" />
              )}
            </Chip>
          ))}
        </Chips>
      )}
      <WaitingChanges count={waiting} onShow={show} />
      {shown.length > 0 && (
        <ul className="card list needs-me">
          {shown.map(item => (
            <li key={`${item.kind}:${item.enrollmentId}:${item.submissionId}`}>
              <NeedsMeRow item={item} />
            </li>
          ))}
        </ul>
      )}
      {all && home.needsMeTotal > home.needsMe.length && (
        <p className="quiet">
          <Trans>Those who have waited longest stand here; the next ones follow when these are done.</Trans>
        </p>
      )}
      {hidden > 0 && (
        <Button look="quiet" onClick={() => setAll(true)}>
          <Plural value={hidden} one="Show # more" other="Show # more" />
        </Button>
      )}
    </section>
  )
}

function NeedsMeRow({ item }: { item: NeedsMeItem }) {
  return (
    <Link to={placeFor(item)} className="list-row row-link">
      <span className="grow">
        <strong>{item.studentName}</strong>
        <span className="quiet">
          {item.groupName} · {item.stepTitle || item.pathTitle}
        </span>
        {item.kind === 'topic' && <span className="quiet">{item.line}</span>}
      </span>
      {item.kind === 'review' && (
        <State state="review">
          <Trans>to review</Trans>
        </State>
      )}
      {item.kind === 'topic' && (
        <State state="review">
          <Trans>topic to agree</Trans>
        </State>
      )}
      {item.kind === 'stuck' && (
        <State state="attention">
          <Trans>stuck</Trans>
        </State>
      )}
      {item.kind === 'ready' && (
        <State state="done">
          <Trans>ready</Trans>
        </State>
      )}
    </Link>
  )
}
