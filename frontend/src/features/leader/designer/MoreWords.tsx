import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Chip, Chips } from '@/design/Chips'
import { Select, TextArea } from '@/design/Field'
import { CRITERION_LIMIT, type Design, fromExample, type Offered } from './design'

const NOMINATIONS = [2, 3, 5, 8]

type MoreWordsProps = {
  offered: Offered
  design: Design
  problem: string | undefined
  isNew: boolean
  onChange: (design: Design) => void
}

/** What may stay empty: what it is given for, examples to start from, and whether members propose people. */
export function MoreWords({ offered, design, problem, isNew, onChange }: MoreWordsProps) {
  const { t } = useLingui()
  return (
    <>
      <TextArea
        label={t`What is it given for? One sentence, if you like`}
        rows={2}
        className="input input-short"
        maxLength={CRITERION_LIMIT}
        value={design.criterion}
        error={problem}
        onChange={event => onChange({ ...design, criterion: event.target.value })}
      />
      {isNew && offered.examples.length > 0 && (
        <details className="unfold">
          <summary>
            <Trans>Start from an example</Trans>
          </summary>
          <Chips label={t`Examples`}>
            {offered.examples.map(example => (
              <Chip
                key={example.name}
                pressed={design.name === example.name}
                onPress={() => onChange(fromExample(design, example))}
              >
                {example.name}
              </Chip>
            ))}
          </Chips>
        </details>
      )}
      <Select
        label={t`Who decides?`}
        value={design.nominationsNeeded ?? ''}
        onChange={event => onChange({ ...design, nominationsNeeded: Number(event.target.value) || null })}
      >
        <option value="">{t`I decide myself`}</option>
        {NOMINATIONS.map(count => (
          <option key={count} value={count}>
            {t`Members nominate: ${count} are needed, then I decide`}
          </option>
        ))}
      </Select>
      {design.nominationsNeeded !== null && (
        <p className="quiet">
          <Plural
            value={design.nominationsNeeded}
            one="When # member has nominated the same person, it comes to you to decide. Reasons are seen by you alone."
            other="When # members have nominated the same person, it comes to you to decide. Reasons are seen by you alone."
          />
        </p>
      )}
    </>
  )
}
