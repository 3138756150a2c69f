import { Trans } from '@lingui/react/macro'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Button } from './Button'
import { burstWelcome } from './celebrations'

export type Celebrated = {
  id: string
  name: string
  art: string
  /** Who gives it, in a sentence: "From Anna Nowak, I LO". */
  from: ReactNode
  /** The teacher's sentence, or what it is for. */
  why?: ReactNode
}

type CelebrationProps = { badge: Celebrated; onClose: () => void; onOpen: () => void }

/** One burst, then calm. The words say it all for those who do not see it or do not want it to move. */
export default function Celebration({ badge, onClose, onOpen }: CelebrationProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const titleId = useId()
  useEffect(() => {
    dialog.current?.showModal()
    if (burstWelcome() && canvas.current) void burst(canvas.current)
  }, [])
  return (
    <dialog ref={dialog} className="celebration" aria-labelledby={titleId} onClose={onClose}>
      <svg className="celebration-rays" viewBox="-100 -100 200 200" aria-hidden="true">
        {Array.from({ length: 16 }, (_, ray) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rays are all alike.
          <path key={ray} d="M0 0 9 -100h-18z" transform={`rotate(${ray * 22.5})`} />
        ))}
      </svg>
      <canvas ref={canvas} />
      <div className="celebration-body" role="status">
        <p>
          <Trans>A new badge!</Trans>
        </p>
        <img src={badge.art} alt="" width={208} height={208} />
        <h2 id={titleId}>{badge.name}</h2>
        <p>{badge.from}</p>
        {badge.why && <p>{badge.why}</p>}
        <Button onClick={onOpen}>
          <Trans>See the badge</Trans>
        </Button>
        <Button look="quiet" onClick={onClose}>
          <Trans>Close</Trans>
        </Button>
      </div>
    </dialog>
  )
}

async function burst(canvas: HTMLCanvasElement): Promise<void> {
  const { default: confetti } = await import('canvas-confetti')
  const fire = confetti.create(canvas, { resize: true, useWorker: false })
  await fire({
    particleCount: 110,
    spread: 85,
    startVelocity: 42,
    ticks: 170,
    origin: { y: 0.42 },
    colors: ['#ffffff', '#d4213d', '#f9c780', '#82e0b1', '#c1bdff'],
  })
}
