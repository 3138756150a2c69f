import { Trans, useLingui } from '@lingui/react/macro'
import type { Decision, ImportRow } from './mapping'

/** What a rule cannot know: which word is the surname, whether two are the same person. */
export function RowDecision({ row, onDecide }: { row: ImportRow; onDecide: (decision: Decision) => void }) {
  const { t } = useLingui()
  const [known] = row.candidateIds
  return (
    <fieldset className="row" aria-label={t`Decide row ${row.row}`}>
      {row.alternatives.map(({ familyName, givenName }) => (
        <button
          key={`${familyName},${givenName}`}
          type="button"
          className="chip"
          aria-label={t`Surname ${familyName}, given name ${givenName}`}
          onClick={() => onDecide({ familyName, givenName })}
        >
          {familyName}, {givenName}
        </button>
      ))}
      {row.candidateIds.length === 1 && known && (
        <button type="button" className="chip" onClick={() => onDecide({ studentId: known })}>
          <Trans>The same person</Trans>
        </button>
      )}
      {row.candidateIds.length > 0 && (
        <button type="button" className="chip" onClick={() => onDecide({ newPerson: true })}>
          <Trans>Somebody new</Trans>
        </button>
      )}
      {row.alternatives.length === 0 && row.candidateIds.length === 0 && (
        <button
          type="button"
          className="chip"
          onClick={() => onDecide({ familyName: row.familyName, givenName: row.givenName })}
        >
          <Trans>It is right</Trans>
        </button>
      )}
      <button type="button" className="chip" onClick={() => onDecide({ leaveOut: true })}>
        <Trans>Leave out</Trans>
      </button>
    </fieldset>
  )
}
