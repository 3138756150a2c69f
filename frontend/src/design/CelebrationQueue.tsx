import { lazy, Suspense, useEffect, useState } from 'react'
import type { Celebrated } from './Celebration'

const Celebration = lazy(() => import('./Celebration'))
const LOOK_AGAIN_MS = 1500

type CelebrationQueueProps = {
  /** What the owner has not seen yet, oldest first; comes from state, so a dead spot loses none. */
  badges: readonly Celebrated[]
  /** Tell the server that it was seen. */
  onSeen: (id: string) => void
  onOpen: (id: string) => void
}

/** Shows new badges one after another, never over work that is running: an open sheet or a field being written. */
export function CelebrationQueue({ badges, onSeen, onOpen }: CelebrationQueueProps) {
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set())
  const [showing, setShowing] = useState<string | null>(null)
  const waiting = badges.find(badge => !seen.has(badge.id))
  useEffect(() => {
    if (!waiting || showing) return
    const look = () => !isWorking() && setShowing(waiting.id)
    look()
    const timer = window.setInterval(look, LOOK_AGAIN_MS)
    return () => window.clearInterval(timer)
  }, [waiting, showing])
  const badge = badges.find(({ id }) => id === showing)
  if (!badge) return null
  const finish = () => {
    setSeen(all => new Set(all).add(badge.id))
    setShowing(null)
    onSeen(badge.id)
  }
  return (
    <Suspense>
      <Celebration
        key={badge.id}
        badge={badge}
        onClose={finish}
        onOpen={() => {
          finish()
          onOpen(badge.id)
        }}
      />
    </Suspense>
  )
}

function isWorking(): boolean {
  const writing = document.activeElement?.matches(
    'textarea, select, input:not([type="checkbox"], [type="radio"])',
  )
  return Boolean(writing) || document.querySelector('dialog[open]') !== null
}
