import { Trans, useLingui } from '@lingui/react/macro'
import { Plus, Trash2 } from 'lucide-react'
import { useId } from 'react'
import { Button } from '@/design/Button'
import { Field, FieldError, Select } from '@/design/Field'
import { IconButton } from '@/design/IconButton'
import { useEditor } from './EditorContext'
import type { PartOf, Words } from './merging'
import { replaced, withWords } from './rows'
import { useRows } from './useRows'
import { useHint } from './WordsField'

const TEXTS = ['name', 'description', 'place', 'organiser', 'conditions'] as const
type Text = (typeof TEXTS)[number]
type Activity = Record<Text, Words> & { type: string; date: string | null; link: string | null }

const EMPTY: Activity = {
  name: {},
  description: {},
  place: {},
  organiser: {},
  conditions: {},
  type: 'lesson',
  date: null,
  link: null,
}

/** Where somebody can learn it: lessons, workshops, visits. */
export function ActivitiesField({ part }: { part: PartOf }) {
  const { writing, problemOf } = useEditor()
  const [rows, change] = useRows<Activity>('activities', writing.description.activities)
  return (
    <fieldset className="field define-rows">
      <legend>{part.label}</legend>
      {rows.map((activity, at) => (
        <ActivityRow
          // biome-ignore lint/suspicious/noArrayIndexKey: activities have no names of their own and never change places.
          key={at}
          activity={activity}
          at={at}
          onChange={row => change(replaced(rows, at, row))}
        />
      ))}
      <FieldError message={problemOf('activities')} />
      {rows.length < part.most && (
        <Button look="quiet" onClick={() => change([...rows, EMPTY])}>
          <Plus aria-hidden="true" size={20} />
          <Trans>Add an activity</Trans>
        </Button>
      )}
    </fieldset>
  )
}

type RowProps = { activity: Activity; at: number; onChange: (row: Activity | null) => void }

function ActivityRow({ activity, at, onChange }: RowProps) {
  const { t } = useLingui()
  const { choices } = useEditor()
  const title = useId()
  const number = at + 1
  const labels: Record<Text, string> = {
    name: t`Name`,
    description: t`Description`,
    place: t`Place`,
    organiser: t`Who runs it`,
    conditions: t`Who can take part`,
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset in a fieldset is read twice.
    <div className="define-row stack" role="group" aria-labelledby={title}>
      <div className="row spread">
        <strong id={title}>{t`Activity ${number}`}</strong>
        <IconButton icon={Trash2} label={t`Remove activity ${number}`} onClick={() => onChange(null)} />
      </div>
      {TEXTS.map(text => (
        <ActivityText
          key={text}
          label={labels[text]}
          words={activity[text]}
          onChange={words => onChange({ ...activity, [text]: words })}
        />
      ))}
      <Select
        label={t`Kind`}
        value={activity.type}
        onChange={event => onChange({ ...activity, type: event.target.value })}
      >
        {choices.activityTypes.map(({ code, label }) => (
          <option key={code} value={code}>
            {label}
          </option>
        ))}
      </Select>
      <Field
        label={t`Day, if it has one`}
        type="date"
        value={activity.date ?? ''}
        onChange={event => onChange({ ...activity, date: event.target.value || null })}
      />
      <Field
        label={t`Address on the web, if it has one`}
        type="url"
        value={activity.link ?? ''}
        maxLength={300}
        onChange={event => onChange({ ...activity, link: event.target.value || null })}
      />
    </div>
  )
}

type TextProps = { label: string; words: Words; onChange: (words: Words) => void }

function ActivityText({ label, words, onChange }: TextProps) {
  const { language } = useEditor()
  return (
    <Field
      label={label}
      hint={useHint(words, language)}
      lang={language}
      value={words[language] ?? ''}
      maxLength={500}
      onChange={event => onChange(withWords(words, language, event.target.value))}
    />
  )
}
