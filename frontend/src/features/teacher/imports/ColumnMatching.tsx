import { Trans, useLingui } from '@lingui/react/macro'
import { Select } from '@/design/Field'
import type { Import } from './mapping'

type ColumnMatchingProps = { list: Import; onMatch: (index: number, field: string) => void }

/** Which column is what, as the file was understood; a teacher corrects it with a list box a column. */
export function ColumnMatching({ list, onMatch }: ColumnMatchingProps) {
  const { t } = useLingui()
  return (
    <section className="stack" aria-labelledby="columns">
      <h2 id="columns">
        <Trans>Columns</Trans>
      </h2>
      <div className="columns">
        {list.columns.map(column => (
          <Select
            key={column.index}
            label={column.header || t`Column ${column.index + 1}`}
            hint={column.sample ? t`for example: ${column.sample}` : t`empty`}
            value={column.field}
            onChange={event => onMatch(column.index, event.target.value)}
          >
            <option value="">{t`leave out`}</option>
            {list.fields.map(field => (
              <option key={field.name} value={field.name}>
                {field.label}
              </option>
            ))}
          </Select>
        ))}
      </div>
      {list.droppedColumns.length > 0 && (
        <p className="notice">
          <span>
            <Trans>Thrown away while reading, never kept: {list.droppedColumns.join(', ')}.</Trans>
          </span>
        </p>
      )}
    </section>
  )
}
