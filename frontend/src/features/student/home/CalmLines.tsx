import { Trans } from '@lingui/react/macro'
import { Info } from 'lucide-react'
import { useState } from 'react'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { ReadNotices } from './documents'
import type { CalmLine } from './home'

/** What was taken back, said once and plainly. */
export function CalmLines({ lines }: { lines: readonly CalmLine[] }) {
  const [read, setRead] = useState<ReadonlySet<string>>(new Set())
  const [send] = useSend(ReadNotices)
  const unread = lines.filter(({ id }) => !read.has(id))
  if (unread.length === 0) return null

  function understand(): void {
    const noticeIds = unread.map(({ id }) => id)
    setRead(new Set([...read, ...noticeIds]))
    void send({ noticeIds }, { later: true })
  }

  return (
    <div className="notice" role="status">
      <Info aria-hidden="true" />
      <div className="stack stack-tight">
        {unread.map(({ id, line }) => (
          <p key={id}>{line}</p>
        ))}
        <div>
          <Button look="quiet" onClick={understand}>
            <Trans>Understood</Trans>
          </Button>
        </div>
      </div>
    </div>
  )
}
