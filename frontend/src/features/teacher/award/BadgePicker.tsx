import { Trans, useLingui } from '@lingui/react/macro'
import { useDeferredValue, useState } from 'react'
import type { ResultOf } from '@/api/graphql'
import { Field } from '@/design/Field'
import { Medal } from '@/design/Medal'
import { EmptyState } from '@/design/Notices'
import { bySearch } from './bySearch'
import type { AwardScreenDocument } from './documents'
import { useKindWords } from './kindWords'

type Screen = NonNullable<ResultOf<typeof AwardScreenDocument>['awardScreen']>

export function BadgePicker({ screen }: { screen: Screen }) {
  const { t } = useLingui()
  const [written, setWritten] = useState('')
  const wanted = useDeferredValue(written.trim())
  const found = bySearch(screen.all, wanted)
  if (screen.all.length === 0)
    return (
      <EmptyState title={<Trans>No badges to award yet</Trans>}>
        <Trans>The school's issuer publishes them; ask the coordinator which ones your class may get.</Trans>
      </EmptyState>
    )
  return (
    <>
      {wanted === '' && screen.recent.length > 0 && (
        <Medals title={t`Recent`} badges={screen.recent} groupId={screen.groupId} />
      )}
      <Field
        label={t`Search`}
        type="search"
        value={written}
        autoComplete="off"
        onChange={event => setWritten(event.target.value)}
      />
      {found.length > 0 ? (
        <Medals title={t`All badges`} badges={found} groupId={screen.groupId} />
      ) : (
        <p className="quiet" role="status">
          <Trans>No badge is called that.</Trans>
        </p>
      )}
    </>
  )
}

function Medals({ title, badges, groupId }: { title: string; badges: Screen['all']; groupId: string }) {
  const kindWord = useKindWords()
  return (
    <section className="stack" aria-label={title}>
      <h2>{title}</h2>
      <div className="medals medals-roomy">
        {badges.map(badge => (
          <Medal
            key={badge.id}
            art={badge.art.svgUrl}
            alt=""
            name={badge.name}
            note={kindWord(badge.kind)}
            to={`/award/${groupId}/${badge.id}`}
          />
        ))}
      </div>
    </section>
  )
}
