import { Plural, Trans } from '@lingui/react/macro'
import { HandHeart } from 'lucide-react'
import { daysAgo } from '@/i18n/dates'
import type { Club } from './club'

/** Who said thank you to me; nobody else sees it. */
export function MyThanks({ thanks }: { thanks: Club['myThanks'] }) {
  if (thanks.length === 0) return null
  return (
    <details className="card club-thanks">
      <summary>
        <HandHeart aria-hidden="true" />
        <strong>
          <Plural value={thanks.length} one="# thank-you for you" other="# thank-yous for you" />
        </strong>
      </summary>
      <ul className="list">
        {thanks.map(({ id, word, from, at }) => (
          <li key={id} className="list-row">
            <p className="grow">
              <strong>{word}</strong>
              <span className="quiet">
                <Trans>
                  from {from}, {daysAgo(at)}
                </Trans>
              </span>
            </p>
          </li>
        ))}
      </ul>
    </details>
  )
}
