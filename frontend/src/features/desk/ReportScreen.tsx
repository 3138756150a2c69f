import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useRead } from '@/api/useRead'
import { Button } from '@/design/Button'
import { EmptyState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { useToast } from '@/design/Toast'
import { daysAgo } from '@/i18n/dates'
import { DecideSheet } from './DecideSheet'
import { Due } from './Due'
import { DeskReports } from './documents'
import { Outcome } from './Outcome'
import { isAppealed, isOpen, type Report } from './report'

/** One report: the words as they were, what is said to be wrong, and one decision with its reason. */
export default function ReportScreen({ id }: { id: string }) {
  const { t } = useLingui()
  const waiting = useRead(DeskReports, { decided: false })
  const decided = useRead(DeskReports, { decided: true })
  const all = [...(waiting.data?.reportQueue.items ?? []), ...(decided.data?.reportQueue.items ?? [])]
  const report = all.find(one => one.id === id)
  if (report) return <Found report={report} />
  return (
    <Screen title={t`Report`} back="/desk">
      {waiting.loading || decided.loading ? (
        <Skeleton rows={3} />
      ) : (
        <EmptyState title={<Trans>It is not here any more</Trans>}>
          <Trans>Perhaps somebody else has decided it.</Trans>
        </EmptyState>
      )}
    </Screen>
  )
}

function Found({ report }: { report: Report }) {
  const { t } = useLingui()
  const say = useToast()
  const [, go] = useLocation()
  const [deciding, setDeciding] = useState(false)
  return (
    <Screen
      title={t`Report`}
      back="/desk"
      action={
        isOpen(report) && (
          <Button onClick={() => setDeciding(true)}>
            {isAppealed(report) ? <Trans>Decide the appeal</Trans> : <Trans>Decide</Trans>}
          </Button>
        )
      }
    >
      <section className="card">
        <p className="quiet kind-label">{report.kindLabel}</p>
        <p>{isOpen(report) ? <Due at={report.dueAt} /> : <Outcome report={report} />}</p>
        <blockquote className="snapshot">{report.snapshot}</blockquote>
        <dl className="desk-facts">
          <dt>
            <Trans>What is wrong</Trans>
          </dt>
          <dd>{report.reasonLabel}</dd>
          {report.details && (
            <>
              <dt>
                <Trans>In their words</Trans>
              </dt>
              <dd>{report.details}</dd>
            </>
          )}
          {report.authorName && (
            <>
              <dt>
                <Trans>Author</Trans>
              </dt>
              <dd>{report.authorName}</dd>
            </>
          )}
          <dt>
            <Trans>Reported</Trans>
          </dt>
          <dd>{daysAgo(report.createdAt)}</dd>
        </dl>
        <p className="quiet">
          {report.hidden ? <Trans>Nobody but its author sees it now.</Trans> : <Trans>It can be seen.</Trans>}
        </p>
      </section>
      {report.decisionReason && (
        <section className="card" aria-labelledby="first">
          <h2 id="first">
            <Trans>The first decision</Trans>
          </h2>
          <p>{report.decisionReason}</p>
        </section>
      )}
      {report.appeal && (
        <section className="card card-review" aria-labelledby="appeal">
          <h2 id="appeal">
            <Trans>The author appeals</Trans>
          </h2>
          <p>{report.appeal}</p>
          {report.appealReason && <p className="quiet">{report.appealReason}</p>}
        </section>
      )}
      {deciding && (
        <DecideSheet
          report={report}
          onClose={() => setDeciding(false)}
          onDecided={() => {
            say({ text: t`Decided. The author and who reported it hear of it.` })
            go('/desk')
          }}
        />
      )}
    </Screen>
  )
}
