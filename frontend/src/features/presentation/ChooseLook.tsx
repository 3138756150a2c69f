import { Trans, useLingui } from '@lingui/react/macro'
import { CheckRow, RadioCards, Segmented } from '@/design/Choice'
import type { Presentation } from './presentation'
import type { Editing } from './usePresentation'

/** Name, look, how much is told about each badge, and for how long. */
export function ChooseLook({ page, editing }: { page: Presentation; editing: Editing }) {
  const { t } = useLingui()
  return (
    <details className="card presentation-part">
      <summary>
        <h2>
          <Trans>Name, look and time</Trans>
        </h2>
      </summary>
      <div className="stack">
        <RadioCards
          legend={<Trans>What do strangers call you?</Trans>}
          value={page.shownName}
          onChange={shownName => void editing.change({ shownName }, { shownName })}
          options={page.names.map(({ code, label, name, possible }) => ({
            value: code,
            label,
            note: possible ? name : code === 'full' ? t`From 16 on.` : t`Choose one under “Me” first.`,
            disabled: !possible,
          }))}
        />
        <RadioCards
          legend={<Trans>Look</Trans>}
          value={page.look}
          onChange={look => void editing.change({ look }, { look })}
          options={page.looks.map(({ code, label }) => ({
            value: code,
            label: (
              <>
                <i className={`presentation-swatch swatch-${code}`} aria-hidden="true" />
                {label}
              </>
            ),
          }))}
        />
        <CheckRow
          checked={page.withOutcomes}
          onChange={withOutcomes => void editing.change({ withOutcomes }, { withOutcomes })}
        >
          <Trans>Say what each badge confirms</Trans>
        </CheckRow>
        <div className="stack stack-tight">
          <p className="field-label">
            <Trans>How long is a link open?</Trans>
          </p>
          <Segmented
            legend={t`How long is a link open?`}
            value={String(page.days)}
            onChange={days => void editing.change({ days: Number(days) }, { days: Number(days) })}
            options={[
              { value: '30', label: t`a month` },
              { value: '90', label: t`3 months` },
              { value: '365', label: t`a year` },
            ]}
          />
        </div>
      </div>
    </details>
  )
}
