import { Trans, useLingui } from '@lingui/react/macro'
import { only, type Shown, type Skills, sum } from './skills'

type Row = { name: string; counts: readonly number[] }

/** The same numbers as the bars, for reading line by line. */
export function SkillTables({ map, shown }: { map: Skills; shown: Shown }) {
  const { t } = useLingui()
  const areas = map.areas.map(({ name, counts }) => ({ name, counts: only(counts, shown) }))
  const terms = map.terms.map(({ label, counts }) => ({ name: label, counts: only(counts, shown) }))
  return (
    <section className="stack stack-tight" aria-labelledby="tables">
      <h2 id="tables">
        <Trans>The same in a table</Trans>
      </h2>
      <Table caption={t`Skills by area`} first={t`Area`} rows={areas} layers={map.layers} shown={shown} />
      <Table caption={t`New in each term`} first={t`Term`} rows={terms} layers={map.layers} shown={shown} />
    </section>
  )
}

type TableProps = { caption: string; first: string; rows: Row[]; layers: Skills['layers']; shown: Shown }

function Table({ caption, first, rows, layers, shown }: TableProps) {
  const columns = layers
    .map(({ label }, at) => ({ label, at }))
    .filter(({ at }) => shown[at] && rows.some(({ counts }) => (counts[at] ?? 0) > 0))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways has to be reached by keyboard.
    <section className="skill-table" aria-label={caption} tabIndex={0}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            <th scope="col">
              <Trans>Together</Trans>
            </th>
            {columns.map(({ label }) => (
              <th scope="col" key={label}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, counts }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>
                <strong>{sum(counts)}</strong>
              </td>
              {columns.map(({ label, at }) => (
                <td key={label}>{counts[at]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
