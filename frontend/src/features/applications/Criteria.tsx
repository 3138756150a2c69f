import { Trans } from '@lingui/react/macro'

/** What the badge asks for, beside what was handed in. */
export function Criteria({
  outcomes,
}: {
  outcomes: readonly { text: string; criteria: readonly string[] }[]
}) {
  if (outcomes.length === 0) return null
  return (
    <section className="card" aria-labelledby="criteria">
      <h2 id="criteria">
        <Trans>What the badge asks for</Trans>
      </h2>
      <div className="prose">
        <ul>
          {outcomes.map(({ text, criteria }) => (
            <li key={text}>
              {text}
              {criteria.length > 0 && (
                <ul>
                  {criteria.map(one => (
                    <li key={one}>{one}</li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
