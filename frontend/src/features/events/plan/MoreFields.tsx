import { Trans, useLingui } from '@lingui/react/macro'
import { Select, TextArea } from '@/design/Field'
import type { FieldsProps } from './draft'
import { errorAt } from './problems'

/** Longest description, as the server counts it. */
const DESCRIPTION_LIMIT = 2000

export function MoreFields({ draft, offer, problems, change }: FieldsProps) {
  const { t } = useLingui()
  return (
    <details className="plan-part">
      <summary>
        <span>
          <Trans>Words and kind</Trans>
        </span>
        <span className="quiet">{offer.kinds.find(({ code }) => code === draft.kind)?.label}</span>
      </summary>
      <div className="stack">
        <TextArea
          label={t`What it is about`}
          hint={t`What to bring, who can help, how to get there.`}
          rows={4}
          maxLength={DESCRIPTION_LIMIT}
          value={draft.description}
          error={errorAt(problems, 'description')}
          onChange={event => change({ description: event.target.value })}
        />
        <Select
          label={t`Kind`}
          value={draft.kind}
          error={errorAt(problems, 'kind')}
          onChange={event => change({ kind: event.target.value })}
        >
          {offer.kinds.map(({ code, label }) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </Select>
      </div>
    </details>
  )
}
