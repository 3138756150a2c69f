import { Trans, useLingui } from '@lingui/react/macro'
import { useDeferredValue, useState } from 'react'
import { useApi } from '@/api/ApiProvider'
import { useRead } from '@/api/useRead'
import { Button, ButtonLink } from '@/design/Button'
import { Field } from '@/design/Field'
import { Link } from '@/design/Link'
import { EmptyState, ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { daysAgo } from '@/i18n/dates'
import { GivenBadges } from './documents'
import type { Listed } from './given'
import { Reviews } from './Reviews'
import { Standing } from './Standing'

/** Badges one answers for, to find the one that has to be corrected or revoked. */
export function GivenScreen() {
  const { t } = useLingui()
  const { person } = useApi()
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed.trim())
  const [pages, setPages] = useState<readonly (string | null)[]>([null])
  return (
    <Screen
      title={t`Badges given`}
      back={person.role === 'teacher' || person.role === 'coordinator' ? '/more' : '/me'}
    >
      <Field
        label={<Trans>Find by the person or the badge</Trans>}
        type="search"
        value={typed}
        maxLength={60}
        onChange={event => {
          setTyped(event.target.value)
          setPages([null])
        }}
      />
      {(person.role !== 'student' || person.nowhere) && (
        <ButtonLink to="/given/endorse" look="plain">
          <Trans>Endorse a badge of others</Trans>
        </ButtonLink>
      )}
      {pages.map((after, place) => (
        <Page
          key={`${search} ${after ?? ''}`}
          search={search}
          after={after}
          onMore={place === pages.length - 1 ? next => setPages([...pages, next]) : undefined}
        />
      ))}
    </Screen>
  )
}

type PageProps = { search: string; after: string | null; onMore: ((next: string) => void) | undefined }

function Page({ search, after, onMore }: PageProps) {
  const { data, loading, failed, reload } = useRead(GivenBadges, { search, after })
  if (loading && !data) return <Skeleton rows={4} />
  if (failed || !data)
    return (
      <ErrorState title={<Trans>The badges could not be read</Trans>} onRetry={reload}>
        <Trans>Everything is safe. Check the network and try again.</Trans>
      </ErrorState>
    )
  const { items, next } = data.answeredCredentials
  return (
    <>
      {after === null && search === '' && <Reviews reviews={data.stackReviews} onDecided={reload} />}
      {items.length === 0 && after === null && (
        <EmptyState title={<Trans>Nothing found</Trans>}>
          <Trans>Badges stand here that you gave, or for which your school or issuer answers.</Trans>
        </EmptyState>
      )}
      {items.length > 0 && (
        <ul className="card list">
          {items.map(one => (
            <Row key={one.id} given={one} />
          ))}
        </ul>
      )}
      {next && onMore && (
        <Button look="quiet" onClick={() => onMore(next)}>
          <Trans>Show older ones</Trans>
        </Button>
      )}
    </>
  )
}

function Row({ given }: { given: Listed }) {
  return (
    <li>
      <Link to={`/given/${given.id}`} className="list-row row-link given-row">
        <img src={given.art.svgUrl} alt="" width={40} height={40} />
        <span className="grow given-line">
          {given.learner}
          <small>
            {[given.badgeName, given.groupName, daysAgo(given.awardedAt)].filter(Boolean).join(' · ')}
          </small>
        </span>
        {given.state !== 'held' && <Standing state={given.state} />}
      </Link>
    </li>
  )
}
