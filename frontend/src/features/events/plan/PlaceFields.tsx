import { Trans, useLingui } from '@lingui/react/macro'
import { CheckRow } from '@/design/Choice'
import { Field, FieldError, Select } from '@/design/Field'
import type { FieldsProps } from './draft'
import { NEW_PLACE, NO_PLACE } from './draft'
import { errorAt } from './problems'

/** One of the group's places, or a new one with what people who need access have to know. */
export function PlaceFields({ draft, offer, problems, change }: FieldsProps) {
  const { t } = useLingui()
  const has = draft.placeAccessibility
  return (
    <>
      <Select
        label={t`Where`}
        value={draft.placeId}
        error={errorAt(problems, 'place')}
        onChange={event => change({ placeId: event.target.value })}
      >
        {offer.places.map(({ id, name, town }) => (
          <option key={id} value={id}>
            {town && town !== name ? `${name}, ${town}` : name}
          </option>
        ))}
        <option value={NEW_PLACE}>{t`Another place…`}</option>
        <option value={NO_PLACE}>{t`To be said later`}</option>
      </Select>
      {draft.placeId === NEW_PLACE && (
        <div className="card plan-place">
          <Field
            label={t`Name of the place`}
            hint={t`For example: room 12, community centre, skate park.`}
            value={draft.placeName}
            maxLength={120}
            error={errorAt(problems, 'name')}
            onChange={event => change({ placeName: event.target.value })}
          />
          <Field
            label={t`Town`}
            value={draft.placeTown}
            maxLength={80}
            autoComplete="address-level2"
            error={errorAt(problems, 'town')}
            onChange={event => change({ placeTown: event.target.value })}
          />
          <details>
            <summary>
              <Trans>Address and accessibility</Trans>
            </summary>
            <div className="stack">
              <Field
                label={t`Street and number (may stay empty)`}
                value={draft.placeAddress}
                maxLength={160}
                error={errorAt(problems, 'address')}
                onChange={event => change({ placeAddress: event.target.value })}
              />
              <Select
                label={t`Voivodeship`}
                value={draft.placeVoivodeship}
                error={errorAt(problems, 'voivodeship')}
                onChange={event => change({ placeVoivodeship: event.target.value })}
              >
                <option value="">{t`By the town`}</option>
                {offer.voivodeships.map(({ code, label }) => (
                  <option key={code} value={code}>
                    {label}
                  </option>
                ))}
              </Select>
              <fieldset>
                <legend>
                  <Trans>Accessibility</Trans>
                </legend>
                {offer.accessibility.map(({ code, label }) => (
                  <CheckRow
                    key={code}
                    checked={has.includes(code)}
                    onChange={on =>
                      change({ placeAccessibility: on ? [...has, code] : has.filter(one => one !== code) })
                    }
                  >
                    {label}
                  </CheckRow>
                ))}
                <FieldError message={errorAt(problems, 'accessibility')} />
              </fieldset>
            </div>
          </details>
        </div>
      )}
    </>
  )
}
