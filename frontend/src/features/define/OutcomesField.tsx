import { Trans, useLingui } from '@lingui/react/macro'
import { ArrowUp, Plus, Trash2 } from 'lucide-react'
import { Button } from '@/design/Button'
import { Field, FieldError } from '@/design/Field'
import { IconButton } from '@/design/IconButton'
import { useEditor } from './EditorContext'
import type { PartOf, Words } from './merging'
import { newId, raised, replaced, withWords } from './rows'
import { useRows } from './useRows'
import { useHint } from './WordsField'

type Outcome = { id: string; text: Words; criteria: readonly Words[] }

/** Skills, each with the criteria by which it is checked. */
export function OutcomesField({ part }: { part: PartOf }) {
  const { writing, problemOf } = useEditor()
  const [rows, change] = useRows<Outcome>('learningOutcomes', writing.description.learningOutcomes)
  return (
    <fieldset className="field define-rows">
      <legend>{part.label}</legend>
      {rows.map((outcome, at) => (
        <OutcomeRow
          key={outcome.id}
          outcome={outcome}
          at={at}
          limit={part.limit}
          onChange={row => change(replaced(rows, at, row))}
          onRaise={() => change(raised(rows, at))}
        />
      ))}
      <FieldError message={problemOf('learningOutcomes')} />
      {rows.length < part.most && (
        <Button look="quiet" onClick={() => change([...rows, { id: newId(), text: {}, criteria: [{}] }])}>
          <Plus aria-hidden="true" size={20} />
          <Trans>Add a skill</Trans>
        </Button>
      )}
    </fieldset>
  )
}

type RowProps = {
  outcome: Outcome
  at: number
  limit: number
  onChange: (row: Outcome | null) => void
  onRaise: () => void
}

function OutcomeRow({ outcome, at, limit, onChange, onRaise }: RowProps) {
  const { t } = useLingui()
  const { language } = useEditor()
  const { text, criteria } = outcome
  const number = at + 1
  return (
    <div className="define-row stack">
      <div className="row spread">
        <strong>{t`Skill ${number}`}</strong>
        <span>
          {at > 0 && <IconButton icon={ArrowUp} label={t`Move skill ${number} up`} onClick={onRaise} />}
          <IconButton icon={Trash2} label={t`Remove skill ${number}`} onClick={() => onChange(null)} />
        </span>
      </div>
      <Field
        label={t`What the person can do`}
        hint={useHint(text, language)}
        lang={language}
        value={text[language] ?? ''}
        maxLength={limit}
        onChange={event => onChange({ ...outcome, text: withWords(text, language, event.target.value) })}
      />
      {criteria.map((criterion, place) => (
        <CriterionField
          // biome-ignore lint/suspicious/noArrayIndexKey: criteria have no names of their own and never change places.
          key={place}
          label={t`Criterion ${number}.${place + 1}`}
          words={criterion}
          limit={limit}
          onChange={words => onChange({ ...outcome, criteria: replaced(criteria, place, words) })}
        />
      ))}
      <Button look="plain" onClick={() => onChange({ ...outcome, criteria: [...criteria, {}] })}>
        <Plus aria-hidden="true" size={20} />
        <Trans>Add a criterion</Trans>
      </Button>
    </div>
  )
}

type CriterionProps = { label: string; words: Words; limit: number; onChange: (words: Words | null) => void }

function CriterionField({ label, words, limit, onChange }: CriterionProps) {
  const { language } = useEditor()
  return (
    <Field
      label={label}
      hint={useHint(words, language)}
      lang={language}
      value={words[language] ?? ''}
      maxLength={limit}
      onChange={event => onChange(withWords(words, language, event.target.value))}
    />
  )
}
