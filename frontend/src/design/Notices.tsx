import { Plural, Trans } from '@lingui/react/macro'
import { CloudOff, CloudUpload, RotateCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './Button'
import { pleats } from './pleats'

/** Says what would stand here and how it gets here; one action at most. */
export function EmptyState(props: { title: ReactNode; children: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <svg viewBox="0 0 100 100" fill="none" stroke="var(--line-strong)" strokeWidth="2.5" aria-hidden="true">
        <path d="M34 62 26 96l10-5 7 7 6-26M66 62l8 34-10-5-7 7-6-26" strokeLinejoin="round" />
        <path d={pleats(50, 42, 36, 31, 16)} fill="var(--ground)" strokeDasharray="6 5" />
        <path d={pleats(50, 42, 22, 18.5, 12)} />
      </svg>
      <h2>{props.title}</h2>
      <p>{props.children}</p>
      {props.action}
    </div>
  )
}

/** What happened, what still works, one action. */
export function ErrorState(props: { title: ReactNode; children: ReactNode; onRetry?: () => void }) {
  return (
    <div className="empty" role="alert">
      <h2>{props.title}</h2>
      <p>{props.children}</p>
      {props.onRetry && (
        <Button look="quiet" onClick={props.onRetry}>
          <RotateCw aria-hidden="true" size={20} />
          <Trans>Try again</Trans>
        </Button>
      )}
    </div>
  )
}

type OfflineBannerProps = {
  online: boolean
  /** Time of the data that is shown, in words; null when nothing was ever read. */
  since: string | null
  /** Things saved on the phone. */
  waiting: number
}

/** Calm: no red, no sign of alarm. */
export function OfflineBanner({ online, since, waiting }: OfflineBannerProps) {
  const Icon = online ? CloudUpload : CloudOff
  return (
    <div className="notice offline" role="status">
      <Icon aria-hidden="true" />
      <p>
        {!online &&
          (since ? (
            <Trans>No network. You see what was here: {since}.</Trans>
          ) : (
            <Trans>No network.</Trans>
          ))}{' '}
        {waiting > 0 && (
          <Plural
            value={waiting}
            one="# thing is saved on the phone and will be sent later."
            other="# things are saved on the phone and will be sent later."
          />
        )}
      </p>
    </div>
  )
}

/** Grey places for what is on its way; the words are for those who cannot see them. */
export function Skeleton({ rows = 3 }: { rows?: number }) {
  return (
    <div className="skeleton" role="status">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike.
        <i key={row} />
      ))}
      <span className="hidden-visually">
        <Trans>Loading…</Trans>
      </span>
    </div>
  )
}
