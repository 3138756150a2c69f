import { plural } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Select } from '@/design/Field'

const DAYS = [14, 30, 90]

/** For how many days an offer can be taken. */
export function HowLong({ days, onChange }: { days: number; onChange: (days: number) => void }) {
  return (
    <Select
      label={<Trans>How long the link works</Trans>}
      value={String(days)}
      onChange={event => onChange(Number(event.target.value))}
    >
      {DAYS.map(number => (
        <option key={number} value={number}>
          {plural(number, { one: '# day', other: '# days' })}
        </option>
      ))}
    </Select>
  )
}
