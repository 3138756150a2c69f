import { useLingui } from '@lingui/react/macro'
import { Field, Select } from './Field'
import { enough, type Scale } from './grades'

/** The grade of one student: only grades that are enough for the badge can be chosen. */
export function GradeField({
  scale,
  name,
  label,
  value,
  onChange,
  error,
}: {
  scale: Scale
  /** Whose grade, where there are several. */
  name?: string
  /** Instead of “Grade”. */
  label?: string
  value: string
  onChange: (value: string) => void
  error?: string | undefined
}) {
  const { t } = useLingui()
  const { least, most, required } = scale
  const words = label ?? (name ? t`Grade: ${name}` : t`Grade`)
  if (scale.kind === 'grades') {
    return (
      <Select label={words} value={value} error={error} onChange={event => onChange(event.target.value)}>
        <option value="">{required ? t`Choose a grade` : t`Without a grade`}</option>
        {enough(scale).map(one => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </Select>
    )
  }
  const from = required || least
  return (
    <Field
      label={words}
      hint={scale.kind === 'percent' ? t`Per cent, from ${from} to 100` : t`Points, from ${from} to ${most}`}
      inputMode="decimal"
      maxLength={8}
      value={value}
      error={error}
      onChange={event => onChange(event.target.value)}
    />
  )
}
