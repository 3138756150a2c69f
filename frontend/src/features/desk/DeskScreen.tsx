import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useApi } from '@/api/ApiProvider'
import { useRead } from '@/api/useRead'
import { Segmented } from '@/design/Choice'
import { EmptyState, ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { LiveDot } from '@/live/LiveDot'
import { DeskReports } from './documents'
import { ReportRow } from './ReportRow'
import { Vouches } from './Vouches'

type Shown = 'waiting' | 'decided'

/** What waits for an answer: clubs that ask to be vouched for, and what people reported, the most urgent first. */
export function DeskScreen() {
  const { t } = useLingui()
  const { person } = useApi()
  const [shown, setShown] = useState<Shown>('waiting')
  const { data, loading, failed, reload } = useRead(DeskReports, { decided: shown === 'decided' })
  const reports = data?.reportQueue.items
  return (
    <Screen
      title={t`Reports and vouching`}
      back={person.role === 'teacher' ? '/more' : '/me'}
      aside={<LiveDot />}
    >
      <Vouches />
      <section className="stack" aria-labelledby="reports">
        <h2 id="reports">
          <Trans>Reports</Trans>
        </h2>
        <Segmented<Shown>
          legend={t`Which reports`}
          value={shown}
          onChange={setShown}
          options={[
            { value: 'waiting', label: t`To decide` },
            { value: 'decided', label: t`Decided` },
          ]}
        />
        {loading && !data && <Skeleton rows={3} />}
        {failed && !data && (
          <ErrorState title={<Trans>The reports could not be loaded</Trans>} onRetry={reload}>
            <Trans>Everything is safe. Check the network and try again.</Trans>
          </ErrorState>
        )}
        {reports && reports.length > 0 && (
          <ul className="card list">
            {reports.map(report => (
              <ReportRow key={report.id} report={report} />
            ))}
          </ul>
        )}
        {reports?.length === 0 &&
          (shown === 'waiting' ? (
            <EmptyState title={<Trans>Nothing waits</Trans>}>
              <Trans>When somebody reports something, it is hidden at once and stands here.</Trans>
            </EmptyState>
          ) : (
            <EmptyState title={<Trans>Nothing decided yet</Trans>}>
              <Trans>The record of decisions will stand here.</Trans>
            </EmptyState>
          ))}
        <p className="quiet">
          <a href="/rules/">
            <Trans>The rules in plain words</Trans>
          </a>
        </p>
      </section>
    </Screen>
  )
}
