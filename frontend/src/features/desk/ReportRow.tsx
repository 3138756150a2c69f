import { Trans } from '@lingui/react/macro'
import { ChevronRight } from 'lucide-react'
import { Link } from '@/design/Link'
import { Due } from './Due'
import { Outcome } from './Outcome'
import { isAppealed, isOpen, type Report } from './report'

export function ReportRow({ report }: { report: Report }) {
  return (
    <li>
      <Link to={`/desk/reports/${report.id}`} className="list-row row-link report-row">
        <span className="grow stack stack-tight">
          <span className="report-words">{report.snapshot}</span>
          <span className="quiet">
            {report.kindLabel} · {isAppealed(report) ? <Trans>an appeal</Trans> : report.reasonLabel}
          </span>
          <span>{isOpen(report) ? <Due at={report.dueAt} /> : <Outcome report={report} />}</span>
        </span>
        <ChevronRight aria-hidden="true" />
      </Link>
    </li>
  )
}
