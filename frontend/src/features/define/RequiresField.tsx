import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { useRead } from '@/api/useRead'
import { Button } from '@/design/Button'
import { Field, FieldError, Select } from '@/design/Field'
import { IconButton } from '@/design/IconButton'
import { RequirableBadges } from './documents/editor'
import { useEditor } from './EditorContext'
import type { PartOf } from './merging'

type Kept = { allOf: readonly string[]; count: number; someOf: readonly string[] }
type Named = { slug: string; name: string; issuerName: string }

/** Which badges somebody has to hold first: all of some, and so many of others. */
export function RequiresField({ part }: { part: PartOf }) {
  const { t } = useLingui()
  const { writing, problemOf } = useEditor()
  const kept: Kept = writing.description.requires ?? { allOf: [], count: 0, someOf: [] }
  const [names, setNames] = useState<Record<string, string>>(() =>
    Object.fromEntries(writing.draft.required.map(({ slug, name }) => [slug, name])),
  )
  const write = (next: Kept) => {
    const { allOf, someOf } = next
    const count = Math.min(Math.max(next.count, someOf.length > 0 ? 1 : 0), someOf.length)
    writing.write('requires', allOf.length + someOf.length > 0 ? { allOf, count, someOf } : null)
  }
  const taken = [...kept.allOf, ...kept.someOf]
  const add = (badge: Named, to: 'allOf' | 'someOf') => {
    setNames({ ...names, [badge.slug]: badge.name })
    write({ ...kept, [to]: [...kept[to], badge.slug] })
  }
  const chosen = (from: 'allOf' | 'someOf') => (
    <ul className="list">
      {kept[from].map(slug => (
        <li key={slug} className="list-row">
          <span className="grow">{names[slug] ?? slug}</span>
          <IconButton
            icon={X}
            label={t`Do not require “${names[slug] ?? slug}”`}
            onClick={() => write({ ...kept, [from]: kept[from].filter(one => one !== slug) })}
          />
        </li>
      ))}
    </ul>
  )
  return (
    <fieldset className="field define-rows">
      <legend>{part.label}</legend>
      <p className="hint">
        <Trans>Whoever holds them gets this badge as well. Nothing counts twice.</Trans>
      </p>
      {kept.allOf.length > 0 && (
        <>
          <strong>
            <Trans>All of these</Trans>
          </strong>
          {chosen('allOf')}
        </>
      )}
      {kept.someOf.length > 0 && (
        <>
          <Select
            label={t`How many of these`}
            value={kept.count}
            onChange={event => write({ ...kept, count: Number(event.target.value) })}
          >
            {kept.someOf.map((slug, at) => (
              <option key={slug} value={at + 1}>
                {t`${at + 1} of ${kept.someOf.length}`}
              </option>
            ))}
          </Select>
          {chosen('someOf')}
        </>
      )}
      <FieldError message={problemOf('requires')} />
      <details className="unfold">
        <summary>
          {taken.length === 0 ? (
            <Trans>Require other badges</Trans>
          ) : (
            <Plural value={taken.length} one="Require more than # badge" other="Require more than # badges" />
          )}
        </summary>
        <Finder taken={taken} onAdd={add} />
      </details>
    </fieldset>
  )
}

type FinderProps = { taken: readonly string[]; onAdd: (badge: Named, to: 'allOf' | 'someOf') => void }

function Finder({ taken, onAdd }: FinderProps) {
  const { t } = useLingui()
  const { writing } = useEditor()
  const [words, setWords] = useState('')
  const { data } = useRead(RequirableBadges, {
    draftId: writing.draft.id,
    words: useDeferredValue(words.trim()),
  })
  return (
    <>
      <Field
        label={t`Find a badge`}
        type="search"
        value={words}
        maxLength={80}
        onChange={event => setWords(event.target.value)}
      />
      <ul className="list">
        {data?.requirableBadges
          .filter(({ slug }) => !taken.includes(slug))
          .map(badge => (
            <li key={badge.slug} className="list-row define-required">
              <span className="grow">
                <strong>{badge.name}</strong>
                <small className="define-line">{badge.issuerName}</small>
              </span>
              <Button
                look="quiet"
                aria-label={t`Always require “${badge.name}”`}
                onClick={() => onAdd(badge, 'allOf')}
              >
                <Trans>Always</Trans>
              </Button>
              <Button
                look="quiet"
                aria-label={t`Let “${badge.name}” count`}
                onClick={() => onAdd(badge, 'someOf')}
              >
                <Trans>One of some</Trans>
              </Button>
            </li>
          ))}
      </ul>
    </>
  )
}
