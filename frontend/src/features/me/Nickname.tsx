import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { useRead } from '@/api/useRead'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { Field } from '@/design/Field'
import { useToast } from '@/design/Toast'
import { ChangeMySettings, MeDocument } from './documents'

/** What people outside the class read instead of the name; left empty, they read initials. */
export function Nickname() {
  const { t } = useLingui()
  const say = useToast()
  const { data } = useRead(MeDocument)
  const [send, sending] = useSend(ChangeMySettings)
  const [written, setWritten] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const me = data?.me
  if (!me) return null
  const nickname = written ?? me.nickname

  async function keep(event: FormEvent): Promise<void> {
    event.preventDefault()
    const sent = await send({ nickname: nickname.trim() })
    setProblem(
      sent.outcome === 'refused' || sent.outcome === 'unsent' ? sent.problems[0]?.message : undefined,
    )
    if (sent.outcome === 'done') {
      setWritten(undefined)
      say({ text: t`Your nickname is saved.` })
    }
  }

  return (
    <form className="card" onSubmit={event => void keep(event)}>
      <Field
        label={<Trans>Nickname</Trans>}
        hint={
          <Trans>People outside your class see it instead of your name. Empty, they see your initials.</Trans>
        }
        error={problem}
        value={nickname}
        maxLength={40}
        autoComplete="nickname"
        onChange={event => setWritten(event.target.value)}
      />
      <div className="row">
        <Button type="submit" look="quiet" busy={sending} disabled={nickname.trim() === me.nickname}>
          <Trans>Save</Trans>
        </Button>
      </div>
    </form>
  )
}
