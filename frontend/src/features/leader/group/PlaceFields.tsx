import { useLingui } from '@lingui/react/macro'
import { Field, FieldError, Select } from '@/design/Field'
import type { ClubForm } from './settings'

type PlaceFieldsProps = {
  form: ClubForm
  voivodeships: readonly { code: string; label: string }[]
  problem: string | undefined
  onChange: (part: Partial<ClubForm>) => void
}

export function PlaceFields({ form, voivodeships, problem, onChange }: PlaceFieldsProps) {
  const { t } = useLingui()
  return (
    <div className="place-fields">
      <Field
        label={t`Place`}
        hint={t`For example: school library`}
        value={form.placeName}
        maxLength={120}
        onChange={event => onChange({ placeName: event.target.value })}
      />
      <Field
        label={t`Street and number`}
        value={form.placeAddress}
        maxLength={200}
        onChange={event => onChange({ placeAddress: event.target.value })}
      />
      <Field
        label={t`Town`}
        value={form.town}
        maxLength={80}
        onChange={event => onChange({ town: event.target.value })}
      />
      {voivodeships.length > 0 && (
        <Select
          label={t`Voivodeship`}
          value={form.voivodeship}
          onChange={event => onChange({ voivodeship: event.target.value })}
        >
          <option value="">{t`Not chosen`}</option>
          {voivodeships.map(({ code, label }) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </Select>
      )}
      <FieldError message={problem} />
    </div>
  )
}
