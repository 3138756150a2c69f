import { Trans } from '@lingui/react/macro'
import { ShieldCheck } from 'lucide-react'

/** Why some kinds of club are never public. */
export function SensitiveKind() {
  return (
    <div className="notice">
      <ShieldCheck aria-hidden="true" />
      <p>
        <Trans>
          Being a member of such a club may say something about a person’s faith or origin. So it is never
          public and never on the map, and only members see who belongs to it.
        </Trans>
      </p>
    </div>
  )
}
