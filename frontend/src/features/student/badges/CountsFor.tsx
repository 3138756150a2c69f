import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { ProgressBar } from '@/design/ProgressStrip'
import type { Larger } from './badge'

/** Larger badges on their way: how far, and what is missing. */
export function CountsFor({ larger }: { larger: readonly Larger[] }) {
  const { t } = useLingui()
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
            <ProgressBar done={one.have} of={one.need} label={t`${one.have} of ${one.need}`} />
            {one.missing.length > 0 && (
              <small>
                <Trans>Missing: {one.missing.join(', ')}</Trans>
              </small>
            )}
            {one.choose > 0 && (
              <small>
                <Plural value={one.choose} one="# more of:" other="# more of:" /> {one.choice.join(', ')}
              </small>
            )}
          </div>
        </div>
      ))}
      <p className="quiet">
        <Trans>With its last part it comes by itself, or you take it at the end of your path.</Trans>
      </p>
    </section>
  )
}
