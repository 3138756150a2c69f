import { Trans, useLingui } from '@lingui/react/macro'
import { Segmented } from '@/design/Choice'
import { Field, FieldError } from '@/design/Field'
import { BadgeFields } from './BadgeFields'
import type { FieldsProps } from './draft'
import { MoreFields } from './MoreFields'
import { PlaceFields } from './PlaceFields'
import { errorAt } from './problems'
import { SeriesFields } from './SeriesFields'
import { WhoFields } from './WhoFields'

/** Longest title, as the server counts it. */
const TITLE_LIMIT = 120

/** What, when, where stand open; everything else waits folded, with sensible answers. */
export function PlanFields({ series, ...fields }: FieldsProps & { series: boolean }) {
  const { draft, problems, change } = fields
  const { t } = useLingui()
  return (
    <>
      <FieldError message={errorAt(problems, '')} />
      <Field
        label={t`What`}
        hint={t`For example: debate about the park, rehearsal, trip to the town hall.`}
        value={draft.title}
        maxLength={TITLE_LIMIT}
        error={errorAt(problems, 'title')}
        onChange={event => change({ title: event.target.value })}
      />
      <div className="plan-when">
        <Field
          label={t`Day`}
          type="date"
          value={draft.day}
          error={errorAt(problems, 'day')}
          onChange={event => change({ day: event.target.value })}
        />
        <Field
          label={t`From`}
          type="time"
          value={draft.from}
          error={errorAt(problems, 'startsAt')}
          onChange={event => change({ from: event.target.value })}
        />
        <Field
          label={t`Until`}
          type="time"
          value={draft.until}
          error={errorAt(problems, 'endsAt')}
          onChange={event => change({ until: event.target.value })}
        />
      </div>
      <Segmented
        legend={<Trans>How people meet</Trans>}
        value={draft.form}
        onChange={form => change({ form })}
        options={[
          { value: 'in_person', label: <Trans>On the spot</Trans> },
          { value: 'online', label: <Trans>Online</Trans> },
          { value: 'both', label: <Trans>Both</Trans> },
        ]}
      />
      {draft.form !== 'online' && <PlaceFields {...fields} />}
      {draft.form !== 'in_person' && (
        <Field
          label={t`Address of the meeting online`}
          type="url"
          placeholder="https://"
          value={draft.onlineUrl}
          error={errorAt(problems, 'onlineUrl')}
          onChange={event => change({ onlineUrl: event.target.value })}
        />
      )}
      <BadgeFields {...fields} />
      <WhoFields {...fields} />
      {series && <SeriesFields {...fields} />}
      <MoreFields {...fields} />
    </>
  )
}
