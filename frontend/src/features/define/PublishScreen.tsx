import { Trans, useLingui } from '@lingui/react/macro'
import { Eye } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { ResultOf } from '@/api/graphql'
import type { Problem } from '@/api/problems'
import { useRead } from '@/api/useRead'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { useToast } from '@/design/Toast'
import { Checklist } from './Checklist'
import { Difference } from './Difference'
import { DiscardDraft, DraftToPublish, PublishDraft } from './documents/publish'

type Read = ResultOf<typeof DraftToPublish>

/** The last look: what changes, what is missing, and publishing for good. */
export default function PublishScreen({ draftId }: { draftId: string }) {
  const { t } = useLingui()
  const { data, loading, failed, fresh, reload } = useRead(DraftToPublish, { draftId })
  const draft = data?.badgeDraft
  if (draft) return <Publish draft={draft} changes={data.draftChanges} fresh={fresh} reload={reload} />
  return (
    <Screen title={t`Publish`} back={`/define/drafts/${draftId}`}>
      {loading && <Skeleton rows={5} />}
      {(failed || data) && (
        <ErrorState title={<Trans>This draft is not here</Trans>} onRetry={reload}>
          <Trans>Somebody may have published or discarded it meanwhile.</Trans>
        </ErrorState>
      )}
    </Screen>
  )
}

type PublishProps = {
  draft: NonNullable<Read['badgeDraft']>
  changes: Read['draftChanges']
  fresh: boolean
  reload: () => void
}

function Publish({ draft, changes, fresh, reload }: PublishProps) {
  const { t } = useLingui()
  const [, go] = useLocation()
  const say = useToast()
  const [send, busy] = useSend(PublishDraft)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const { number } = draft
  const lacking = draft.checklist.filter(line => line.required && !line.done)
  const stop = draft.obstacle || (lacking.length > 0 ? t`Something is still missing.` : '')

  async function publish() {
    const sent = await send({ draftId: draft.id, revision: draft.revision })
    if (sent.outcome === 'done' && sent.payload.achievementId) {
      say({ text: t`Version ${number} is published.` })
      go(`/define/badges/${sent.payload.achievementId}`, { replace: true })
    } else if (sent.outcome !== 'saved' && sent.outcome !== 'done') {
      setProblems(sent.problems)
      reload()
    }
  }

  return (
    <Screen
      title={t`Publish version ${number}`}
      back={`/define/drafts/${draft.id}`}
      action={
        <Button
          busy={busy || !fresh}
          disabled={stop !== ''}
          aria-describedby="stop"
          onClick={() => void publish()}
        >
          <Trans>Publish</Trans>
        </Button>
      }
    >
      <p id="stop" className={stop ? 'notice' : 'quiet'}>
        {stop || (
          <Trans>
            A published version never changes. Who already has the badge keeps the version they got.
          </Trans>
        )}
      </p>
      {problems.map(({ code, message }) => (
        <p key={code} className="notice" role="alert">
          {message}
        </p>
      ))}
      <Checklist
        lines={draft.checklist}
        onGo={section => go(`/define/drafts/${draft.id}/${section}`, { replace: true })}
      />
      <a className="button button-quiet" href={draft.preview} target="_blank" rel="noopener">
        <Eye aria-hidden="true" size={20} />
        <Trans>Preview as everybody will see it</Trans>
      </a>
      <section className="card stack" aria-labelledby="changes">
        <h2 id="changes">{draft.published ? <Trans>What changes</Trans> : <Trans>What it says</Trans>}</h2>
        <Difference changes={changes} />
      </section>
      <Discard draftId={draft.id} published={draft.published} />
    </Screen>
  )
}

function Discard({ draftId, published }: { draftId: string; published: boolean }) {
  const [, go] = useLocation()
  const [sure, setSure] = useState(false)
  const [send, busy] = useSend(DiscardDraft)

  async function discard() {
    const sent = await send({ draftId })
    if (sent.outcome === 'done') go('/define', { replace: true })
  }

  return (
    <details className="unfold" onToggle={event => setSure(event.currentTarget.open)}>
      <summary>
        <Trans>Discard this draft</Trans>
      </summary>
      {sure && (
        <div className="stack">
          <p>
            {published ? (
              <Trans>What is written here is lost. The published version stays as it is.</Trans>
            ) : (
              <Trans>What is written here is lost. Nothing of it was published.</Trans>
            )}
          </p>
          <Button look="danger" busy={busy} onClick={() => void discard()}>
            <Trans>Discard it</Trans>
          </Button>
        </div>
      )}
    </details>
  )
}
