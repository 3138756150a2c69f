import { Trans } from '@lingui/react/macro'

/** Share of badges held within a lesson of being awarded; the portal's own promise. */
export function HeldRate({ rate }: { rate: number | null }) {
  if (rate === null) return null
  return (
    <p className="card held-rate">
      <strong>{rate} %</strong>
      <span className="quiet">
        <Trans>of badges reached their owners within the lesson</Trans>
      </span>
    </p>
  )
}
