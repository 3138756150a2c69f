import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Select } from '@/design/Field'
import type { Import } from './mapping'

type ColumnMatchingProps = { list: Import; onMatch: (index: number, field: string) => void }

/** Which column is what, folded away when the file was understood; a list box a column corrects it. */
export function ColumnMatching({ list, onMatch }: ColumnMatchingProps) {
  const { t } = useLingui()
  const matched = list.columns.filter(({ field }) => field).length
  const understood = list.rows.length > 0
  return (
    <section className="stack">
      <details className="column-matching" open={!understood}>
        <summary>
          <h2>
            <Plural value={matched} one="Columns: # understood" other="Columns: # understood" />
          </h2>
        </summary>
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
      </details>
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
