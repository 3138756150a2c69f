import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Field } from '@/design/Field'
import { useEditor } from './EditorContext'
import type { PartOf } from './merging'

/** Tags as people write them: words with commas between. */
export function TagsField({ part }: { part: PartOf }) {
  const { t } = useLingui()
  const { writing, problemOf } = useEditor()
  const [text, setText] = useState(writing.description.tags.join(', '))
  return (
    <Field
      label={part.label}
      hint={t`Words by which somebody would look for it, with commas between.`}
      value={text}
      maxLength={300}
      error={problemOf('tags')}
      onChange={event => {
        setText(event.target.value)
        const tags = event.target.value.split(',').map(tag => tag.trim())
        writing.write('tags', tags.filter(Boolean))
      }}
    />
  )
}
