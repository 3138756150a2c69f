import { Trans, useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { useLocation } from 'wouter'
import { useRead } from '@/api/useRead'
import { Button } from '@/design/Button'
import { Chip, Chips } from '@/design/Chips'
import { Field, Select } from '@/design/Field'
import { EmptyState, ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { BadgeRow } from './BadgeRow'
import { DescribedBadges, MyDefining } from './documents/home'
import type { Issuer } from './issuer'
import { NewBadgeSheet } from './NewBadgeSheet'

/** The issuers in whose name somebody describes badges, and what each awards. */
export function HomeScreen({ issuerId }: { issuerId: string | undefined }) {
  const { t } = useLingui()
  const [, go] = useLocation()
  const { data, loading, failed, reload } = useRead(MyDefining)
  const issuers = data?.myDefining ?? []
  const issuer = issuers.find(({ id }) => id === issuerId) ?? issuers[0]
  return (
    <Screen title={t`Our badges`} back="/me">
      {loading && <Skeleton rows={4} />}
      {failed && (
        <ErrorState title={<Trans>The badges could not be read</Trans>} onRetry={reload}>
          <Trans>Nothing is lost. Check the network and try again.</Trans>
        </ErrorState>
      )}
      {issuers.length > 1 && issuer && (
        <Select
          label={t`In whose name`}
          value={issuer.id}
          onChange={event => go(`/define/${event.target.value}`, { replace: true })}
        >
          {issuers.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
      {issuer && <Badges key={issuer.id} issuer={issuer} />}
      {data && !issuer && (
        <EmptyState title={<Trans>You describe badges for nobody yet</Trans>}>
          <Trans>Whoever manages an issuer can let you describe its badges.</Trans>
        </EmptyState>
      )}
    </Screen>
  )
}

function Badges({ issuer }: { issuer: Issuer }) {
  const { t } = useLingui()
  const [words, setWords] = useState('')
  const [state, setState] = useState('')
  const [after, setAfter] = useState<string | null>(null)
  const [adding, setAdding] = useState(false)
  const asked = useDeferredValue(words.trim())
  const { data, loading } = useRead(DescribedBadges, { issuerId: issuer.id, words: asked, state, after })
  const rows = data?.describedBadges
  const states = [
    { code: '', label: t`All` },
    { code: 'draft', label: t`Being written` },
    { code: 'published', label: t`Published` },
    { code: 'changed', label: t`Changes wait` },
    { code: 'withdrawn', label: t`Not awarded` },
  ]
  return (
    <>
      <p className="quiet">
        {issuer.name} · {issuer.standingLabel}
      </p>
      {issuer.closed && <p className="notice">{issuer.closed}</p>}
      <Button wide onClick={() => setAdding(true)}>
        <Plus aria-hidden="true" size={20} />
        <Trans>New badge</Trans>
      </Button>
      <Field
        label={t`Find a badge`}
        type="search"
        value={words}
        maxLength={80}
        onChange={event => {
          setAfter(null)
          setWords(event.target.value)
        }}
      />
      <Chips label={t`Which badges`}>
        {states.map(({ code, label }) => (
          <Chip
            key={code}
            pressed={state === code}
            onPress={() => {
              setAfter(null)
              setState(code)
            }}
          >
            {label}
          </Chip>
        ))}
      </Chips>
      {loading && <Skeleton rows={4} />}
      {rows && rows.items.length > 0 && (
        <ul className="card list">
          {rows.items.map(row => (
            <BadgeRow key={row.achievementId} row={row} />
          ))}
        </ul>
      )}
      {rows?.items.length === 0 && (
        <EmptyState title={<Trans>No such badge</Trans>}>
          <Trans>What you describe stands here, from the first word on.</Trans>
        </EmptyState>
      )}
      {rows?.next && (
        <Button look="quiet" onClick={() => setAfter(rows.next ?? null)}>
          <Trans>Further</Trans>
        </Button>
      )}
      <NewBadgeSheet issuer={issuer} open={adding} onClose={() => setAdding(false)} />
    </>
  )
}
