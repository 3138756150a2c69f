import { Trans } from '@lingui/react/macro'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { FieldError } from '@/design/Field'
import { Sheet } from '@/design/Sheet'
import { DeletePresentation } from './documents'

/** Forgets the page for good, so it is asked about once; badges and work stay where they are. */
export function DeletePage({ id }: { id: string }) {
  const [, go] = useLocation()
  const [asking, setAsking] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [send, sending] = useSend(DeletePresentation)

  async function forget(): Promise<void> {
    const sent = await send({ id })
    if (sent.outcome === 'refused' || sent.outcome === 'unsent') return setProblem(sent.problems[0]?.message)
    go('/presentations')
  }

  return (
    <div className="row">
      <Button look="plain" onClick={() => setAsking(true)}>
        <Trash2 aria-hidden="true" size={20} />
        <Trans>Delete this page</Trans>
      </Button>
      <Sheet
        title={<Trans>Delete this page?</Trans>}
        open={asking}
        onClose={() => setAsking(false)}
        actions={
          <Button look="danger" busy={sending} onClick={() => void forget()}>
            <Trans>Delete</Trans>
          </Button>
        }
      >
        <p>
          <Trans>
            Its words, its choices and its link are gone for good. Your badges and your work stay.
          </Trans>
        </p>
        <FieldError message={problem} />
      </Sheet>
    </div>
  )
}
