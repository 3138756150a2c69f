import { Trans } from '@lingui/react/macro'
import { ProgressBar } from '@/design/ProgressStrip'
import type { Larger } from './badge'

/** Larger badges on their way: how far, and what is missing. */
export function CountsFor({ larger }: { larger: readonly Larger[] }) {
  const begun = larger.filter(({ have, need }) => have < need)
  if (begun.length === 0) return null
  return (
    <section className="card stack" aria-labelledby="counts-for">
      <h2 id="counts-for">
        <Trans>On the way to a larger one</Trans>
      </h2>
      {begun.map(one => (
        <div key={one.achievementId} className="larger">
          <img src={one.art.svgUrl} alt="" width={56} height={56} />
          <div className="stack stack-tight">
            <a href={one.publicUrl}>{one.name}</a>
            <ProgressBar done={one.have} of={one.need} label={one.name} />
            {one.lines.map(line => (
              <small key={line}>{line}</small>
            ))}
          </div>
        </div>
      ))}
    </section>
  )
}
