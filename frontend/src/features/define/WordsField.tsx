import { useLingui } from '@lingui/react/macro'
import { Field, TextArea } from '@/design/Field'
import { useEditor } from './EditorContext'
import { missingIn, type Part, type PartOf, type Speech, type Words } from './merging'

/** Longer than this and a text gets lines. */
const ONE_LINE = 200

/** One text in the language that is being written, with the Polish one in sight and a mark of what is missing. */
export function WordsField({ part }: { part: PartOf }) {
  const { writing, language, problemOf } = useEditor()
  const name = part.name as Part
  const words = writing.description[name] as Words
  const shared = {
    label: part.label,
    hint: useHint(words, language),
    lang: language,
    value: words[language] ?? '',
    maxLength: part.limit,
    error: problemOf(name),
  }
  const write = (value: string) => writing.write(`${name}.${language}`, value)
  return part.limit <= ONE_LINE ? (
    <Field {...shared} onChange={event => write(event.target.value)} />
  ) : (
    <TextArea {...shared} rows={4} onChange={event => write(event.target.value)} />
  )
}

/** What the text says in Polish, or in which languages it says nothing. */
export function useHint(words: Words, language: Speech): string {
  const { t } = useLingui()
  const names: Record<Speech, string> = { pl: t`Polish`, en: t`English`, uk: t`Ukrainian` }
  const source = language === 'pl' ? '' : words.pl
  const open = missingIn(words)
    .map(one => names[one])
    .join(', ')
  const missing = open && t`Missing: ${open}`
  return [source && `PL: ${source}`, missing].filter(Boolean).join(' · ')
}
