import { Trans, useLingui } from '@lingui/react/macro'
import { LogOut } from 'lucide-react'
import { useState } from 'react'
import { signOut } from '@/api/signOut'
import { useRead } from '@/api/useRead'
import { Avatar } from '@/design/Avatar'
import { Button } from '@/design/Button'
import { MeDocument } from './documents'

export function Account() {
  const { t } = useLingui()
  const { data } = useRead(MeDocument)
  const [leaving, setLeaving] = useState(false)
  const name = data?.me ? `${data.me.givenName} ${data.me.familyName}` : t`Your account`
  return (
    <section className="card">
      <div className="list-row">
        <Avatar name={name} />
        <h2 className="grow">{name}</h2>
      </div>
      <Button
        look="quiet"
        busy={leaving}
        onClick={() => {
          setLeaving(true)
          void signOut()
        }}
      >
        <LogOut aria-hidden="true" size={20} />
        <Trans>Sign out</Trans>
      </Button>
      <p className="quiet">
        <Trans>Signing out leaves nothing of you on this device.</Trans>
      </p>
    </section>
  )
}
