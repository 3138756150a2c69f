import { useLingui } from '@lingui/react/macro'
import { Field, Select } from './Field'
import { enough, type Scale } from './grades'

type GradeFieldProps = {
  scale: Scale
  /** Whose grade, in a row that shows the name already; the hint stands above the list, once. */
  name?: string
  /** Instead of “Grade”. */
  label?: string
  value: string
  onChange: (value: string) => void
  error?: string | undefined
}

/** The grade of one student: only grades that are enough for the badge can be chosen. */
export function GradeField({ scale, name, label, value, onChange, error }: GradeFieldProps) {
  const { t } = useLingui()
  const hint = useGradeHint(scale)
  const inRow = name !== undefined
  const words = inRow ? <span className="hidden-visually">{t`Grade: ${name}`}</span> : (label ?? t`Grade`)
  if (scale.kind === 'grades') {
    return (
      <Select label={words} value={value} error={error} onChange={event => onChange(event.target.value)}>
        <option value="">
          {!scale.required ? t`Without a grade` : inRow ? t`Grade` : t`Choose a grade`}
        </option>
        {enough(scale).map(one => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </Select>
    )
  }
  return (
    <Field
      label={words}
      hint={inRow ? undefined : hint}
      inputMode="decimal"
      maxLength={8}
      value={value}
      error={error}
      onChange={event => onChange(event.target.value)}
    />
  )
}

/** What may be written where a grade is a number; empty where it is chosen from a list. */
export function useGradeHint({ kind, least, most, required }: Scale): string {
  const { t } = useLingui()
  const from = required || least
  if (kind === 'grades') return ''
  const range = kind === 'percent' ? t`Per cent, from ${from} to 100` : t`Points, from ${from} to ${most}`
  return required ? range : `${range}; ${t`leave it empty for no grade`}`
}
