import { Trans } from '@lingui/react/macro'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { useToast } from '@/design/Toast'
import { UnblockMember } from './documents'

type UnblockingProps = { groupId: string; blocked: readonly { id: string; name: string }[] }

export function Unblocking({ groupId, blocked }: UnblockingProps) {
  const say = useToast()
  const [unblock, busy] = useSend(UnblockMember)
  if (blocked.length === 0) return null

  async function allow(userId: string): Promise<void> {
    const sent = await unblock({ groupId, userId })
    if (sent.outcome === 'refused' || sent.outcome === 'unsent') say({ text: sent.problems[0]?.message })
  }

  return (
    <details className="unfold">
      <summary>
        <Trans>Those who may not come back</Trans>
      </summary>
      <ul className="card list">
        {blocked.map(({ id, name }) => (
          <li key={id} className="list-row">
            <span className="grow">{name}</span>
            <Button look="plain" busy={busy} onClick={() => void allow(id)}>
              <Trans>Let them come back</Trans>
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
