import { Plural, Trans } from '@lingui/react/macro'
import type { ResultOf } from '@/api/graphql'
import { Link } from '@/design/Link'
import { State, type StepState } from '@/design/State'
import type { DescribedBadges } from './documents/home'

type Row = NonNullable<ResultOf<typeof DescribedBadges>['describedBadges']>['items'][number]

const SHOWN_AS: Record<string, StepState> = {
  draft: 'open',
  published: 'done',
  changed: 'review',
  withdrawn: 'locked',
}

/** A badge in the list: a draft leads to its editor, what is published to its versions. */
export function BadgeRow({ row }: { row: Row }) {
  const isDraft = row.state === 'draft'
  return (
    <li>
      <Link
        to={isDraft ? `/define/drafts/${row.draftId}` : `/define/badges/${row.achievementId}`}
        className="list-row row-link"
      >
        <img src={row.picture} alt="" width={56} height={56} loading="lazy" />
        <span className="grow">
          <strong>{row.name}</strong>
          <small className="define-line">
            {row.kindLabel}
            {row.number > 0 && (
              <>
                {' · '}
                <Trans>version {row.number}</Trans>
              </>
            )}
          </small>
          <span className="define-line">
            <State state={SHOWN_AS[row.state] ?? 'open'}>{row.stateLabel}</State>
          </span>
          {row.lacking > 0 && (
            <small className="define-line">
              <Plural value={row.lacking} one="# thing is missing" other="# things are missing" />
            </small>
          )}
        </span>
      </Link>
    </li>
  )
}
