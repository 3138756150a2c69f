import { Trans } from '@lingui/react/macro'
import { Link } from '@/design/Link'
import { State } from '@/design/State'
import { daysAgo } from '@/i18n/dates'
import { isTopic, type Piece } from './piece'

/** Who, which step, since when; and what has been said about it before. */
export function PieceHead({ piece }: { piece: Piece }) {
  const student = `/classes/${piece.groupId}/students/${piece.studentId}`
  return (
    <header className="stack stack-tight">
      <div className="row spread">
        <Link to={student} className="board-name">
          {piece.studentName}
        </Link>
        <span className="quiet">
          {piece.groupName}
          {piece.waitingSince && ` · ${daysAgo(piece.waitingSince)}`}
        </span>
      </div>
      <h2 id="piece">{piece.stepTitle}</h2>
      <p className="quiet">{piece.pathTitle}</p>
      {isTopic(piece) && (
        <div className="row">
          <State state="review">
            <Trans>topic to agree</Trans>
          </State>
        </div>
      )}
      {piece.history.length > 0 && (
        <details>
          <summary>
            <Trans>What was said before</Trans>
          </summary>
          <ol className="stack stack-tight history">
            {piece.history.map(note => (
              <li key={note.at}>
                <span className="quiet">
                  {note.by}, {daysAgo(note.at)}
                </span>
                {note.hint && <p>{note.hint}</p>}
              </li>
            ))}
          </ol>
        </details>
      )}
    </header>
  )
}
