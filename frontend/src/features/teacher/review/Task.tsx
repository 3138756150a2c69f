import { Trans } from '@lingui/react/macro'
import { ShieldCheck } from 'lucide-react'
import { Card } from '@/design/Card'
import type { Piece } from './piece'

/** What was asked and how it is checked, always beside the work. */
export function Task({ piece }: { piece: Piece }) {
  return (
    <aside className="stack review-task">
      <Card as="section" labelledBy="criteria">
        <h3 id="criteria">
          <Trans>Criteria</Trans>
        </h3>
        {piece.outcomes.length === 0 && <p>{piece.task}</p>}
        <ul className="stack stack-tight">
          {piece.outcomes.map(outcome => (
            <li key={outcome.text}>
              <p>
                <strong>{outcome.text}</strong>
              </p>
              <ul className="criteria">
                {outcome.criteria.map(criterion => (
                  <li key={criterion}>{criterion}</li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
        {piece.outcomes.length > 0 && (
          <details>
            <summary>
              <Trans>The task</Trans>
            </summary>
            <p>{piece.task}</p>
          </details>
        )}
        {piece.example && (
          <details>
            <summary>
              <Trans>An example of good evidence</Trans>
            </summary>
            <p>{piece.example}</p>
          </details>
        )}
        {piece.badge && (
          <p className="row">
            <img className="badge-thumb" src={piece.badge.art.svgUrl} alt="" width={40} height={40} />
            <span>
              <Trans>Accepting it awards “{piece.badge.name}”.</Trans>
            </span>
          </p>
        )}
      </Card>
      {piece.assessorNote && (
        <p className="notice">
          <ShieldCheck aria-hidden="true" />
          <span>{piece.assessorNote}</span>
        </p>
      )}
      {piece.sensitivity === 'may_reveal_opinions' && (
        <p className="notice">
          <ShieldCheck aria-hidden="true" />
          <span>
            <Trans>Judge the way of working, not the view. Only you and the student see this work.</Trans>
          </span>
        </p>
      )}
    </aside>
  )
}
