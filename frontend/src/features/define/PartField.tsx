import { useLingui } from '@lingui/react/macro'
import { CheckRow } from '@/design/Choice'
import { Field, Select } from '@/design/Field'
import { ActivitiesField } from './ActivitiesField'
import { CodesField } from './CodesField'
import { useEditor } from './EditorContext'
import type { Part, PartOf } from './merging'
import { OutcomesField } from './OutcomesField'
import { PictureField } from './PictureField'
import { RequiresField } from './RequiresField'
import { ScaleField } from './ScaleField'
import { TagsField } from './TagsField'
import { WordsField } from './WordsField'

/** One part of the description, written in the way of its form. */
export function PartField({ part }: { part: PartOf }) {
  const { writing, problemOf } = useEditor()
  const name = part.name as Part
  const value = writing.description[name]
  switch (part.form) {
    case 'words':
      return <WordsField part={part} />
    case 'codes':
    case 'curriculum':
      return <CodesField part={part} />
    case 'tags':
      return <TagsField part={part} />
    case 'outcomes':
      return <OutcomesField part={part} />
    case 'activities':
      return <ActivitiesField part={part} />
    case 'art':
      return <PictureField />
    case 'requirement':
      return <RequiresField part={part} />
    case 'scale':
      return <ScaleField part={part} />
    case 'level':
      return <LevelField part={part} />
    case 'code':
      return <CodeField part={part} />
    case 'yes_or_no':
      return (
        <CheckRow checked={Boolean(value)} onChange={on => writing.write(name, on)}>
          {part.label}
        </CheckRow>
      )
    default:
      return (
        <Field
          label={part.label}
          inputMode={part.form === 'count' ? 'numeric' : 'decimal'}
          value={value === null ? '' : String(value)}
          maxLength={8}
          error={problemOf(name)}
          onChange={event =>
            writing.write(name, part.form === 'count' ? asCount(event.target.value) : event.target.value)
          }
        />
      )
  }
}

const asCount = (text: string) => Number.parseInt(text, 10) || null

function CodeField({ part }: { part: PartOf }) {
  const { t } = useLingui()
  const { writing, choices, problemOf } = useEditor()
  const name = part.name as Part
  return (
    <Select
      label={part.label}
      value={String(writing.description[name] ?? '')}
      error={problemOf(name)}
      onChange={event => writing.write(name, event.target.value)}
    >
      <option value="">{t`Not said`}</option>
      {choices.options
        .filter(one => one.part === name)
        .map(({ code, label }) => (
          <option key={code} value={code}>
            {label}
          </option>
        ))}
    </Select>
  )
}

/** Both frameworks have eight levels, and each Polish one is referenced to the European one of the same number. */
function LevelField({ part }: { part: PartOf }) {
  const { t } = useLingui()
  const { writing, problemOf } = useEditor()
  const level = writing.description.frameworkReference?.pqf ?? ''
  return (
    <Select
      label={part.label}
      hint={t`An orientation for readers abroad. The badge never awards a level.`}
      value={level}
      error={problemOf('frameworkReference')}
      onChange={event => {
        const chosen = Number(event.target.value)
        writing.write('frameworkReference', chosen ? { pqf: chosen, eqf: chosen } : null)
      }}
    >
      <option value="">{t`Not said`}</option>
      {[1, 2, 3, 4, 5, 6, 7, 8].map(one => (
        <option key={one} value={one}>
          {t`PQF ${one}, EQF ${one}`}
        </option>
      ))}
    </Select>
  )
}
