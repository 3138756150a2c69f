import './styles/history.css'

export type HistoryEntry = { key: string; day: string; line: string; words: string }

/** What became of something, the oldest first; words that somebody wrote stand as a quotation. */
export function HistoryList({ entries }: { entries: readonly HistoryEntry[] }) {
  return (
    <ol className="history">
      {entries.map(({ key, day, line, words }) => (
        <li key={key}>
          <small>{day}</small>
          <span>{line}</span>
          {words && <q>{words}</q>}
        </li>
      ))}
    </ol>
  )
}
