import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { FieldError } from '@/design/Field'
import { Screen } from '@/design/Screen'
import { JoinIssuer } from '../documents'

/** Whoever opened a link confirms with a tap: a preview of the link joins nobody. */
export default function JoinScreen({ secret }: { secret: string }) {
  const { t } = useLingui()
  const [, go] = useLocation()
  const [problem, setProblem] = useState<string>()
  const [join, joining] = useSend(JoinIssuer)

  async function confirm(): Promise<void> {
    const sent = await join({ secret })
    if (sent.outcome === 'refused' || sent.outcome === 'unsent') return setProblem(sent.problems[0]?.message)
    const id = sent.outcome === 'done' && sent.payload.issuer?.row.id
    if (id) go(`/issuers/${id}`, { replace: true })
  }

  return (
    <Screen title={t`Work for an issuer`} back="/issuers">
      <section className="card stack">
        <p>
          <Trans>
            Somebody who manages an issuer gave you this link. With it you may do in its name what they chose
            for you. They see your name.
          </Trans>
        </p>
        <FieldError message={problem} />
        <Button busy={joining} onClick={() => void confirm()}>
          <Trans>Join</Trans>
        </Button>
      </section>
    </Screen>
  )
}
