import { Plural, Trans } from '@lingui/react/macro'
import { ArrowUp, Award, Flag, type LucideIcon, Milestone, Sparkles } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ResultOf } from '@/api/graphql'
import { useRead } from '@/api/useRead'
import { Button } from '@/design/Button'
import { EmptyState, ErrorState, Skeleton } from '@/design/Notices'
import { clock, daysAgo } from '@/i18n/dates'
import { ClassFeed } from './documents'
import { linesShown } from './linesShown'
import './feed.css'

export type FeedLine = NonNullable<ResultOf<typeof ClassFeed>['classFeed']>['items'][number]
type ClassPath = NonNullable<ResultOf<typeof ClassFeed>['classFeed']>['together'][number]

const ICONS: Record<string, LucideIcon> = { badge: Award, path: Milestone, flag: Flag }
const FIRST = 30
const MOST = 100

/** One line an event. What arrives while reading waits behind "new (3)" instead of moving the lines. */
export function Feed({ groupId }: { groupId: string }) {
  const [limit, setLimit] = useState(FIRST)
  const { data, loading, failed, reload } = useRead(ClassFeed, { groupId, limit, after: null })
  const [seen, setSeen] = useState<ReadonlySet<string>>()
  const items = data?.classFeed?.items
  const page = data?.classFeed
  useEffect(() => {
    if (items && !seen) setSeen(new Set(items.map(({ id }) => id)))
  }, [items, seen])

  if (loading) return <Skeleton rows={5} />
  if (failed || !page)
    return (
      <ErrorState title={<Trans>The class could not be read</Trans>} onRetry={reload}>
        <Trans>Look again in a moment.</Trans>
      </ErrorState>
    )
  const begun = page.together.filter(({ done }) => done > 0)
  const { shown, fresh } = linesShown(page.items, seen)
  return (
    <>
      {begun.map(path => (
        <Together key={path.pathId} path={path} />
      ))}
      {fresh > 0 && (
        <div className="fresh" role="status">
          <Button look="quiet" onClick={() => setSeen(new Set(page.items.map(({ id }) => id)))}>
            <ArrowUp aria-hidden="true" size={20} />
            <Plural value={fresh} one="# new" other="# new" />
          </Button>
        </div>
      )}
      {shown.length === 0 && fresh === 0 ? (
        <EmptyState title={<Trans>Here you will see what the class does together</Trans>}>
          <Trans>
            Badges earned and new paths, counted for the whole class. Nobody is named or compared.
          </Trans>
        </EmptyState>
      ) : (
        <ul className="list">
          {shown.map(line => (
            <Line key={line.id} line={line} />
          ))}
        </ul>
      )}
      {page.next && limit < MOST && (
        <Button
          look="quiet"
          onClick={() => {
            setSeen(undefined)
            setLimit(MOST)
          }}
        >
          <Trans>Show older ones</Trans>
        </Button>
      )}
    </>
  )
}

/** One sum for the whole class: nobody can tell from it who has done what. */
function Together({ path }: { path: ClassPath }) {
  const { title, done, of } = path
  return (
    <section className="card together">
      <h2>{title}</h2>
      <p className="quiet">
        <Trans>
          Together: {done} of {of} steps
        </Trans>
      </p>
      <progress value={done} max={of} aria-label={title} />
    </section>
  )
}

function Line({ line }: { line: FeedLine }) {
  const Icon = ICONS[line.icon] ?? Sparkles
  return (
    <li className="list-row">
      <span className="feed-icon" aria-hidden="true">
        <Icon size={20} />
      </span>
      <div className="grow">
        <p>{line.line}</p>
        <time className="quiet" dateTime={line.at}>
          {daysAgo(line.at)}, {clock(line.at)}
        </time>
      </div>
    </li>
  )
}
