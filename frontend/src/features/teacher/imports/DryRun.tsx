import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { CountTile } from '@/design/Card'
import { State } from '@/design/State'
import type { Decision, Import, ImportRow } from './mapping'
import { RowDecision } from './RowDecision'

/** Every row with its number and what would become of it; those that need a person stand first. */
export function DryRun({
  list,
  onDecide,
}: {
  list: Import
  onDecide: (line: number, decision: Decision) => void
}) {
  const { t } = useLingui()
  const unseen = list.total - list.rows.length
  return (
    <section className="stack" aria-labelledby="dry-run">
      <h2 id="dry-run">
        <Trans>What would be imported</Trans>
      </h2>
      <div className="tiles">
        <CountTile count={list.ready} label={t`clear`} />
        <CountTile count={list.decide} label={t`to decide`} {...(list.decide > 0 && { tone: 'review' })} />
        <CountTile count={list.skipped} label={t`left out`} />
      </div>
      <p>
        {list.classes.map(({ name, students, exists }, place) => (
          <span key={name}>
            {place > 0 && ' · '}
            <strong>{name}</strong>: <Plural value={students} one="# student" other="# students" />{' '}
            <span className="quiet">
              {exists ? <Trans>(is here already)</Trans> : <Trans>(new class)</Trans>}
            </span>
          </span>
        ))}
      </p>
      <div className="card scroll-sideways">
        <table className="names">
          <thead>
            <tr>
              <th scope="col">
                <Trans>Row</Trans>
              </th>
              <th scope="col">
                <Trans>Surname</Trans>
              </th>
              <th scope="col">
                <Trans>Given name</Trans>
              </th>
              <th scope="col">
                <Trans>Class</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {list.rows.map(row => (
              <Row key={row.line} row={row} onDecide={decision => onDecide(row.line, decision)} />
            ))}
          </tbody>
        </table>
      </div>
      {unseen > 0 && (
        <p className="quiet">
          <Plural value={unseen} one="and # more clear row" other="and # more clear rows" />
        </p>
      )}
    </section>
  )
}

function Row({ row, onDecide }: { row: ImportRow; onDecide: (decision: Decision) => void }) {
  return (
    <>
      <tr className={row.state === 'skip' ? 'names-skipped' : ''}>
        <td className="numbers">{row.row}</td>
        <td>{row.familyName}</td>
        <td>{row.givenName}</td>
        <td>{row.className}</td>
      </tr>
      {(row.state !== 'ready' || row.issues.length > 0) && (
        <tr className="names-note">
          <td />
          <td colSpan={3}>
            {row.state === 'skip' && (
              <State state="locked">
                <Trans>left out</Trans>
              </State>
            )}
            {row.state === 'decide' && (
              <State state="review">
                <Trans>to decide</Trans>
              </State>
            )}
            {row.issues.map(issue => (
              <span className="block quiet" key={`${issue.code}:${issue.message}`}>
                {issue.message}
              </span>
            ))}
            {row.state === 'decide' && <RowDecision row={row} onDecide={onDecide} />}
          </td>
        </tr>
      )}
    </>
  )
}
