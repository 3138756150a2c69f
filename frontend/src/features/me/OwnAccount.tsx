import { Trans } from '@lingui/react/macro'
import { useRead } from '@/api/useRead'
import { MeDocument } from './documents'

/** The way from an account that the school runs to one's own. The page itself is outside the app: it signs in anew. */
export function OwnAccount() {
  const { data } = useRead(MeDocument)
  if (!data?.me?.runBySchool) return null
  return (
    <a className="card card-link" href="/account/take-over/">
      <strong>
        <Trans>Make this account my own</Trans>
      </strong>
      <span className="quiet">
        <Trans>Your badges and their whole history go along when you leave the school.</Trans>
      </span>
    </a>
  )
}
