import { useLingui } from '@lingui/react/macro'
import { Field, Select } from './Field'

type Scale = { kind: string; values: readonly string[]; least: string; most: string; required: string }

/** The grade of one student: only grades that are enough for the badge can be chosen. */
export function GradeField({
  scale,
  name,
  value,
  onChange,
}: {
  scale: Scale
  /** Whose grade, where there are several. */
  name?: string
  value: string
  onChange: (value: string) => void
}) {
  const { t } = useLingui()
  const { least, most, required } = scale
  const label = name ? t`Grade: ${name}` : t`Grade`
  if (scale.kind === 'grades') {
    const enough = scale.values.slice(Math.max(0, scale.values.indexOf(required)))
    return (
      <Select label={label} value={value} onChange={event => onChange(event.target.value)}>
        <option value="">{required ? t`Choose a grade` : t`Without a grade`}</option>
        {enough.map(one => (
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
      label={label}
      hint={scale.kind === 'percent' ? t`Per cent, from ${from} to 100` : t`Points, from ${from} to ${most}`}
      inputMode="decimal"
      maxLength={8}
      value={value}
      onChange={event => onChange(event.target.value)}
    />
  )
}
