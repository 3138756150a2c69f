import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { CheckRow } from '@/design/Choice'
import { Field, FieldError, Select } from '@/design/Field'
import { weekdayAndDay } from '../moments'
import type { FieldsProps } from './draft'
import { daysOf } from './draft'
import { errorAt } from './problems'

/** Every so many weeks until a day; holidays are unticked in the list of days. */
export function SeriesFields({ draft, problems, change }: FieldsProps) {
  const { t } = useLingui()
  const days = daysOf(draft)
  const left = days.filter(day => !draft.exceptions.includes(day)).length
  return (
    <details className="plan-part">
      <summary>
        <span>
          <Trans>Repeat</Trans>
        </span>
        <span className="quiet">
          {days.length > 1 ? <Plural value={left} one="# meeting" other="# meetings" /> : <Trans>once</Trans>}
        </span>
      </summary>
      <div className="stack">
        <Select
          label={t`How often`}
          value={draft.repeatWeeks}
          onChange={event => change({ repeatWeeks: event.target.value })}
        >
          <option value="">{t`Once`}</option>
          <option value="1">{t`Every week`}</option>
          <option value="2">{t`Every two weeks`}</option>
          <option value="3">{t`Every three weeks`}</option>
          <option value="4">{t`Every four weeks`}</option>
        </Select>
        {draft.repeatWeeks && (
          <Field
            label={t`Until which day`}
            type="date"
            min={draft.day}
            value={draft.repeatUntil}
            onChange={event => change({ repeatUntil: event.target.value })}
          />
        )}
        <FieldError message={errorAt(problems, 'series')} />
        {draft.repeatWeeks && days.length > 1 && (
          <fieldset>
            <legend>
              <Trans>Untick the days without a meeting</Trans>
            </legend>
            {days.map(day => (
              <CheckRow
                key={day}
                checked={!draft.exceptions.includes(day)}
                onChange={on =>
                  change({
                    exceptions: on ? draft.exceptions.filter(one => one !== day) : [...draft.exceptions, day],
                  })
                }
              >
                {weekdayAndDay(`${day}T12:00Z`)}
              </CheckRow>
            ))}
          </fieldset>
        )}
      </div>
    </details>
  )
}
