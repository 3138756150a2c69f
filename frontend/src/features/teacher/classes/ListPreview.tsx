import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { State } from '@/design/State'
import type { Preview, PreviewRow } from './usePreview'

type Split = PreviewRow['alternatives'][number]
type ListPreviewProps = { preview: Preview; onDecide: (row: PreviewRow, split: Split) => void }

/** Surname and given name as they were read; what a rule cannot know, a person decides with one tap. */
export function ListPreview({ preview, onDecide }: ListPreviewProps) {
  const asks = preview.rows.filter(row => row.state !== 'ready')
  return (
    <section className="stack" aria-labelledby="preview">
      <h2 id="preview">
        <Plural value={preview.ready + preview.decide} one="# person read" other="# people read" />
      </h2>
      <p className="quiet" role="status">
        {preview.decide > 0 && (
          <Plural value={preview.decide} one="Look at # name. " other="Look at # names. " />
        )}
        {preview.skipped > 0 && (
          <Plural value={preview.skipped} one="# line is left out." other="# lines are left out." />
        )}
        {asks.length === 0 && <Trans>Every line is clear.</Trans>}
      </p>
      <div className="card scroll-sideways">
        <table className="names">
          <thead>
            <tr>
              <th scope="col">
                <Trans>No.</Trans>
              </th>
              <th scope="col">
                <Trans>Surname</Trans>
              </th>
              <th scope="col">
                <Trans>Given name</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {[...asks, ...preview.rows.filter(row => row.state === 'ready')].map(row => (
              <PreviewedRow key={row.line} row={row} onDecide={split => onDecide(row, split)} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function PreviewedRow({ row, onDecide }: { row: PreviewRow; onDecide: (split: Split) => void }) {
  const { t } = useLingui()
  return (
    <>
      <tr className={row.state === 'skip' ? 'names-skipped' : ''}>
        <td className="numbers">{row.row}</td>
        <td>{row.familyName}</td>
        <td>{row.givenName}</td>
      </tr>
      {row.state !== 'ready' && (
        <tr className="names-note">
          <td />
          <td colSpan={2}>
            {row.issues.map(issue => (
              <span className="block quiet" key={issue.code}>
                {issue.message}
              </span>
            ))}
            {row.state === 'skip' && (
              <State state="locked">
                <Trans>left out</Trans>
              </State>
            )}
            <span className="row">
              {row.alternatives.map(split => (
                <button
                  key={`${split.familyName},${split.givenName}`}
                  type="button"
                  className="chip"
                  aria-label={t`Surname ${split.familyName}, given name ${split.givenName}`}
                  onClick={() => onDecide(split)}
                >
                  {split.familyName}, {split.givenName}
                </button>
              ))}
            </span>
          </td>
        </tr>
      )}
    </>
  )
}
