import { Trans, useLingui } from '@lingui/react/macro'
import { Check, X } from 'lucide-react'
import { useSend } from '@/api/useSend'
import { Avatar } from '@/design/Avatar'
import { Button } from '@/design/Button'
import { useToast } from '@/design/Toast'
import { daysAgo } from '@/i18n/dates'
import { DecideJoin } from './documents'
import type { JoinAsked } from './member'

export function Requests({ requests }: { requests: readonly JoinAsked[] }) {
  if (requests.length === 0) return null
  return (
    <section className="stack stack-tight" aria-labelledby="requests">
      <h2 id="requests">
        <Trans>They ask to join</Trans>
      </h2>
      <ul className="card list">
        {requests.map(request => (
          <Row key={request.id} request={request} />
        ))}
      </ul>
    </section>
  )
}

function Row({ request }: { request: JoinAsked }) {
  const { t } = useLingui()
  const say = useToast()
  const [decide, deciding] = useSend(DecideJoin)

  async function answer(accept: boolean): Promise<void> {
    const sent = await decide({ requestId: request.id, accept })
    if (sent.outcome === 'refused' || sent.outcome === 'unsent') say({ text: sent.problems[0]?.message })
    else say({ text: accept ? t`${request.name} is a member now.` : t`Not this time.` })
  }

  return (
    <li className="list-row request-row">
      <Avatar name={request.name} />
      <span className="grow">
        <strong>{request.name}</strong>
        <small className="quiet">{daysAgo(request.askedAt)}</small>
      </span>
      <span className="row">
        <Button look="quiet" busy={deciding} onClick={() => void answer(true)}>
          <Check aria-hidden="true" size={20} />
          <Trans>Let in</Trans>
        </Button>
        <Button
          look="plain"
          disabled={deciding}
          aria-label={t`Decline ${request.name}`}
          onClick={() => void answer(false)}
        >
          <X aria-hidden="true" size={20} />
        </Button>
      </span>
    </li>
  )
}
