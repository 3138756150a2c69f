import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Copy, ExternalLink, Pencil } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { ResultOf } from '@/api/graphql'
import { type Problem, problemAt } from '@/api/problems'
import { useRead } from '@/api/useRead'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { Select, TextArea } from '@/design/Field'
import { ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { State } from '@/design/State'
import { fullDay } from '@/i18n/dates'
import { Difference } from './Difference'
import { BadgeHistory, OpenBadge, RestoreBadge, VersionDifference, WithdrawBadge } from './documents/history'
import { CopyBadge } from './documents/home'

type History = NonNullable<ResultOf<typeof BadgeHistory>['badgeHistory']>

/** What is published: its versions, what changed between them, the next one, and the end of it. */
export default function HistoryScreen({ achievementId }: { achievementId: string }) {
  const { t } = useLingui()
  const { data, loading, failed, reload } = useRead(BadgeHistory, { achievementId })
  const history = data?.badgeHistory
  return (
    <Screen title={history?.name ?? t`Badge`} back={history ? `/define/${history.issuerId}` : '/define'}>
      {loading && <Skeleton rows={4} />}
      {(failed || (data && !history)) && (
        <ErrorState title={<Trans>This badge is not here</Trans>} onRetry={reload}>
          <Trans>Check the network and try again.</Trans>
        </ErrorState>
      )}
      {history && <Content achievementId={achievementId} history={history} />}
    </Screen>
  )
}

function Content({ achievementId, history }: { achievementId: string; history: History }) {
  const [, go] = useLocation()
  const [open, opening] = useSend(OpenBadge)
  const [copy, copying] = useSend(CopyBadge)

  async function edit() {
    if (history.draftId) return go(`/define/drafts/${history.draftId}`)
    const sent = await open({ achievementId })
    if (sent.outcome === 'done' && sent.payload.draft) go(`/define/drafts/${sent.payload.draft.id}`)
  }
  async function duplicate() {
    const sent = await copy({ issuerId: history.issuerId, sourceId: achievementId })
    if (sent.outcome === 'done' && sent.payload.draft) go(`/define/drafts/${sent.payload.draft.id}`)
  }

  return (
    <>
      <div className="define-acts">
        <Button busy={opening} onClick={() => void edit()}>
          <Pencil aria-hidden="true" size={20} />
          {history.draftId ? <Trans>Go on with the changes</Trans> : <Trans>Change it</Trans>}
        </Button>
        <Button look="quiet" busy={copying} onClick={() => void duplicate()}>
          <Copy aria-hidden="true" size={20} />
          <Trans>Copy it</Trans>
        </Button>
        <a className="button button-quiet" href={history.path}>
          <ExternalLink aria-hidden="true" size={20} />
          <Trans>Public page</Trans>
        </a>
      </div>
      <Versions versions={history.versions} />
      {history.versions.length > 1 && <Compare achievementId={achievementId} versions={history.versions} />}
      <Withdrawing achievementId={achievementId} history={history} />
    </>
  )
}

function Versions({ versions }: { versions: History['versions'] }) {
  return (
    <section className="stack" aria-labelledby="versions">
      <h2 id="versions">
        <Plural value={versions.length} one="# version" other="# versions" />
      </h2>
      <ul className="card list">
        {versions.map(one => (
          <li key={one.number}>
            <a href={one.path} className="list-row row-link">
              <span className="grow">
                <strong>
                  <Trans>Version {one.number}</Trans>
                </strong>
                <small className="define-line">
                  {one.publishedAt && fullDay(one.publishedAt)}
                  {one.awarded && (
                    <>
                      {' · '}
                      <Trans>somebody has it</Trans>
                    </>
                  )}
                </small>
              </span>
              {one.current && (
                <State state="done">
                  <Trans>stands now</Trans>
                </State>
              )}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Compare({ achievementId, versions }: { achievementId: string; versions: History['versions'] }) {
  const { t } = useLingui()
  const [newer, setNewer] = useState(versions[0]?.number ?? 2)
  const [older, setOlder] = useState(versions[1]?.number ?? 1)
  const { data } = useRead(VersionDifference, { achievementId, older, newer })
  const options = versions.map(({ number }) => (
    <option key={number} value={number}>
      {t`Version ${number}`}
    </option>
  ))
  return (
    <section className="card stack" aria-labelledby="compare">
      <h2 id="compare">
        <Trans>What changed</Trans>
      </h2>
      <div className="define-pair">
        <Select label={t`From`} value={older} onChange={event => setOlder(Number(event.target.value))}>
          {options}
        </Select>
        <Select label={t`To`} value={newer} onChange={event => setNewer(Number(event.target.value))}>
          {options}
        </Select>
      </div>
      {data?.versionDifference && <Difference changes={data.versionDifference} />}
    </section>
  )
}

function Withdrawing({ achievementId, history }: { achievementId: string; history: History }) {
  const { t } = useLingui()
  const [reason, setReason] = useState('')
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [withdraw, withdrawing] = useSend(WithdrawBadge)
  const [restore, restoring] = useSend(RestoreBadge)
  const standing = history.withdrawals.find(one => one.restoredAt === null)

  async function end() {
    const sent = await withdraw({ achievementId, reason })
    if (sent.outcome !== 'saved' && sent.outcome !== 'done') setProblems(sent.problems)
  }

  if (history.withdrawn)
    return (
      <section className="card stack" aria-labelledby="withdrawn">
        <h2 id="withdrawn">
          <Trans>Not awarded any more</Trans>
        </h2>
        {standing && (
          <p>
            {fullDay(standing.withdrawnAt)}: <span lang={standing.writtenIn}>{standing.reason}</span>
          </p>
        )}
        <Button look="quiet" busy={restoring} onClick={() => void restore({ achievementId })}>
          <Trans>Award it again</Trans>
        </Button>
      </section>
    )
  return (
    <details className="unfold">
      <summary>
        <Trans>Award it no more</Trans>
      </summary>
      <form
        className="stack"
        onSubmit={event => {
          event.preventDefault()
          void end()
        }}
      >
        <p>
          <Trans>
            Who has the badge keeps it. Its page stays and tells everybody that it is not awarded any more,
            and why.
          </Trans>
        </p>
        <TextArea
          label={t`Why`}
          rows={2}
          value={reason}
          maxLength={300}
          error={problemAt(problems, 'reason') ?? problemAt(problems, '')}
          onChange={event => setReason(event.target.value)}
        />
        <Button type="submit" look="danger" busy={withdrawing}>
          <Trans>Award it no more</Trans>
        </Button>
      </form>
    </details>
  )
}
