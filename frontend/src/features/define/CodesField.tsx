import { CheckRow } from '@/design/Choice'
import { FieldError } from '@/design/Field'
import { useEditor } from './EditorContext'
import type { Part, PartOf } from './merging'

/** More than this and the list folds. */
const IN_SIGHT = 12

/** Any of a few words of a vocabulary. */
export function CodesField({ part }: { part: PartOf }) {
  const { writing, choices, problemOf } = useEditor()
  const name = part.name as Part
  const chosen = writing.description[name] as readonly string[]
  const options = choices.options.filter(one => one.part === name)
  const rows = options.map(({ code, label }) => (
    <CheckRow
      key={code}
      checked={chosen.includes(code)}
      onChange={on => writing.write(name, on ? [...chosen, code] : chosen.filter(one => one !== code))}
    >
      {part.form === 'curriculum' ? `${code} · ${label}` : label}
    </CheckRow>
  ))
  const words = options.filter(({ code }) => chosen.includes(code)).map(({ code }) => code)
  return (
    <fieldset className="field">
      <legend>{part.label}</legend>
      {rows.length > IN_SIGHT ? (
        <details className="unfold">
          <summary>{words.join(', ') || '–'}</summary>
          {rows}
        </details>
      ) : (
        rows
      )}
      <FieldError message={problemOf(name)} />
    </fieldset>
  )
}
