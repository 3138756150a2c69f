import { Trans } from '@lingui/react/macro'
import { Bar } from './Bar'
import { only, type Shown, type Skills, sum, together } from './skills'

/** What was there by the end of each term. It only grows: nothing here counts days or compares people. */
export function Growth({ map, shown }: { map: Skills; shown: Shown }) {
  const totals = together(map.terms.map(({ counts }) => only(counts, shown)))
  const most = Math.max(4, ...totals.map(sum))
  return (
    <section className="stack stack-tight" aria-labelledby="growth">
      <h2 id="growth">
        <Trans>How it grew</Trans>
      </h2>
      <ul className="card stack stack-tight">
        {map.terms.map(({ label }, at) => (
          <li key={label} className="skill-term">
            <span>{label}</span>
            <strong className="numbers">{sum(totals[at] ?? [])}</strong>
            <Bar counts={totals[at] ?? []} most={most} />
          </li>
        ))}
      </ul>
    </section>
  )
}
