import { Trans } from '@lingui/react/macro'
import { CheckRow } from '@/design/Choice'
import type { Powers } from './powers'

/** What somebody may do in the issuer's name. */
export function PowerChoices({ powers, onChange }: { powers: Powers; onChange: (powers: Powers) => void }) {
  return (
    <fieldset>
      <legend>
        <Trans>May</Trans>
      </legend>
      <CheckRow
        checked={powers.mayDefine}
        onChange={mayDefine => onChange({ ...powers, mayDefine })}
        note={<Trans>write, publish and withdraw descriptions</Trans>}
      >
        <Trans>Describe badges</Trans>
      </CheckRow>
      <CheckRow
        checked={powers.mayAward}
        onChange={mayAward => onChange({ ...powers, mayAward })}
        note={<Trans>to people outside the classes and clubs, too</Trans>}
      >
        <Trans>Award badges</Trans>
      </CheckRow>
      <CheckRow
        checked={powers.manages}
        onChange={manages => onChange({ ...powers, manages })}
        note={<Trans>apply, choose people, let groups award</Trans>}
      >
        <Trans>Manage the issuer</Trans>
      </CheckRow>
    </fieldset>
  )
}
