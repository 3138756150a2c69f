import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Field, FieldError, Select, TextArea } from '@/design/Field'
import { useEditor } from './EditorContext'
import { type PartOf, settled } from './merging'

type Scale = {
  kind: string
  values?: readonly string[] | null
  least?: string | null
  most?: string | null
  required?: string | null
}

/** Grades as a teacher writes them one under the other: the lowest first. */
const SCHOOL = ['1', '2', '3', '4', '5', '6']

/** How a badge is graded: without a grade, on a scale of words, in per cent or in points. */
export function ScaleField({ part }: { part: PartOf }) {
  const { t } = useLingui()
  const { writing, choices, problemOf } = useEditor()
  const kept: Scale | null = writing.description.resultScale ?? null
  const [scale, setScale] = useState(kept)
  const [lines, setLines] = useState((kept?.values ?? []).join('\n'))
  const [known, setKnown] = useState(settled(kept))
  const there = settled(kept)
  if (there !== known) {
    setKnown(there)
    if (there !== settled(scale)) {
      setScale(kept)
      setLines((kept?.values ?? []).join('\n'))
    }
  }
  const write = (next: Scale | null) => {
    setScale(next)
    setKnown(settled(next))
    writing.write('resultScale', next)
  }
  const choose = (kind: string) => {
    if (kind === 'grades') setLines(SCHOOL.join('\n'))
    if (!kind) write(null)
    else if (kind === 'grades') write({ kind, values: SCHOOL })
    else write(kind === 'points' ? { kind, least: '0', most: '100' } : { kind })
  }
  return (
    <fieldset className="field define-rows">
      <legend>{part.label}</legend>
      <p className="hint">
        <Trans>
          The scale is public. The grade is the learner’s: others see it only if the learner shows it.
        </Trans>
      </p>
      <Select
        label={t`How it is graded`}
        value={scale?.kind ?? ''}
        onChange={event => choose(event.target.value)}
      >
        <option value="">{t`Without a grade`}</option>
        {choices.options
          .filter(one => one.part === 'resultScale')
          .map(({ code, label }) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
      </Select>
      {scale?.kind === 'grades' && (
        <TextArea
          label={t`Grades, the lowest first, one a line`}
          rows={6}
          value={lines}
          onChange={event => {
            setLines(event.target.value)
            const values = event.target.value.split('\n').map(one => one.trim())
            const required = values.includes(scale.required ?? '') ? (scale.required ?? null) : null
            write({ ...scale, required, values: values.filter(Boolean) })
          }}
        />
      )}
      {scale?.kind === 'points' && (
        <div className="define-pair">
          <Field
            label={t`Fewest points`}
            inputMode="decimal"
            maxLength={8}
            value={scale.least ?? ''}
            onChange={event => write({ ...scale, least: event.target.value })}
          />
          <Field
            label={t`Most points`}
            inputMode="decimal"
            maxLength={8}
            value={scale.most ?? ''}
            onChange={event => write({ ...scale, most: event.target.value })}
          />
        </div>
      )}
      {scale?.kind === 'grades' && (
        <Select
          label={t`Needed for the badge`}
          hint={t`The badge is given from this grade up.`}
          value={scale.required ?? ''}
          onChange={event => write({ ...scale, required: event.target.value })}
        >
          <option value="">{t`None, the badge is also given without a grade`}</option>
          {[...new Set(scale.values)].map(one => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </Select>
      )}
      {scale && scale.kind !== 'grades' && (
        <Field
          label={t`Needed for the badge`}
          hint={t`May stay empty. Otherwise the badge is given from this grade up.`}
          maxLength={part.limit}
          value={scale.required ?? ''}
          onChange={event => write({ ...scale, required: event.target.value })}
        />
      )}
      <FieldError message={problemOf('resultScale')} />
    </fieldset>
  )
}
