import { Trans } from '@lingui/react/macro'
import { Info } from 'lucide-react'
import { useState } from 'react'
import { Button } from './Button'

type CalmLinesProps = {
  lines: readonly { id: string; line: string }[]
  /** Their ids, when the person says that they have been understood. */
  onRead: (ids: string[]) => void
}

/** What a person has to know, said once and plainly. */
export function CalmLines({ lines, onRead }: CalmLinesProps) {
  const [read, setRead] = useState<ReadonlySet<string>>(new Set())
  const unread = lines.filter(({ id }) => !read.has(id))
  if (unread.length === 0) return null

  function understand(): void {
    const ids = unread.map(({ id }) => id)
    setRead(new Set([...read, ...ids]))
    onRead(ids)
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
