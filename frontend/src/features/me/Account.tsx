import { Trans, useLingui } from '@lingui/react/macro'
import { LogOut, MonitorSmartphone } from 'lucide-react'
import { useState } from 'react'
import { signOut } from '@/api/signOut'
import { useRead } from '@/api/useRead'
import { useSend } from '@/api/useSend'
import { Avatar } from '@/design/Avatar'
import { Button } from '@/design/Button'
import { FieldError } from '@/design/Field'
import { EndMySignIns, MeDocument } from './documents'

/** Who is signed in here, and the two ways out: this device, or all of them. */
export function Account() {
  const { t } = useLingui()
  const { data } = useRead(MeDocument)
  const [endEverywhere, ending] = useSend(EndMySignIns)
  const [leaving, setLeaving] = useState(false)
  const [problem, setProblem] = useState<string>()
  const me = data?.me
  const groups = me?.groups ?? []
  const schools = new Set(groups.map(({ schoolName }) => schoolName).filter(Boolean))
  const places = [...groups.map(group => group.name), ...schools]
  const name = me ? `${me.givenName} ${me.familyName}` : t`Your account`

  async function leave(everywhere: boolean): Promise<void> {
    setLeaving(true)
    if (everywhere) {
      const sent = await endEverywhere({})
      if (sent.outcome !== 'done') {
        setLeaving(false)
        if (sent.outcome !== 'saved') setProblem(sent.problems[0]?.message)
        return
      }
    }
    await signOut()
  }

  return (
    <section className="card">
      <div className="list-row">
        <Avatar name={name} />
        <div className="grow">
          <h2>{name}</h2>
          <p className="quiet">{places.join(' · ')}</p>
        </div>
      </div>
      <p className="quiet">
        <Trans>Signing out leaves nothing of you on this device.</Trans>
      </p>
      <div className="row">
        <Button look="quiet" busy={leaving && !ending} onClick={() => void leave(false)}>
          <LogOut aria-hidden="true" size={20} />
          <Trans>Sign out</Trans>
        </Button>
        <Button look="plain" busy={ending} onClick={() => void leave(true)}>
          <MonitorSmartphone aria-hidden="true" size={20} />
          <Trans>Sign out everywhere</Trans>
        </Button>
      </div>
      <FieldError message={problem} />
    </section>
  )
}
