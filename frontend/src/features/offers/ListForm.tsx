import { Plural, Trans } from '@lingui/react/macro'
import { useState } from 'react'
import type { Problem } from '@/api/problems'
import { Button } from '@/design/Button'
import { FieldError, TextArea } from '@/design/Field'
import { FileDrop } from '@/design/FileDrop'
import type { Scale } from '@/design/grades'
import { State } from '@/design/State'
import { GradesInList } from './GradesInList'
import { type List, type ListRow, type Read, readList } from './sendList'

type ListFormProps = {
  to: { placeId: string; placeKind: string; achievementId: string }
  scale: Scale | null
  read: Read | null
  onRead: (found: { list: List; read: Read } | null) => void
}

/** Addresses typed, pasted or in a file; what was understood stands below before anything is sent. */
export function ListForm({ to, scale, read, onRead }: ListFormProps) {
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()

  async function look(list: List): Promise<void> {
    setBusy(true)
    setProblem(undefined)
    try {
      onRead({ list, read: await readList(to, list) })
    } catch (refused) {
      onRead(null)
      setProblem((refused as Problem).message)
    } finally {
      setBusy(false)
    }
  }

  return (
    <section className="card stack" aria-labelledby="to-whom">
      <h2 id="to-whom">
        <Trans>To whom</Trans>
      </h2>
      {scale && <GradesInList scale={scale} />}
      <TextArea
        label={<Trans>E-mail addresses</Trans>}
        hint={<Trans>One a line, with a name if you like: Ola Nowak &lt;ola@example.org&gt;</Trans>}
        rows={5}
        value={text}
        onChange={event => setText(event.target.value)}
      />
      <Button look="quiet" busy={busy} disabled={!text.trim()} onClick={() => void look({ text })}>
        <Trans>Check the list</Trans>
      </Button>
      <FileDrop
        label={<Trans>Or a file (CSV, XLSX)</Trans>}
        hint={
          <Trans>Columns: e-mail; if you like also name, note, link to the work. At most 1,000 people.</Trans>
        }
        accept=".csv,.tsv,.txt,.xlsx"
        onFile={file => void look({ file })}
      />
      <FieldError message={problem} />
      {read && <WhatWasRead read={read} />}
    </section>
  )
}

function WhatWasRead({ read }: { read: Read }) {
  return (
    <div className="stack" role="status">
      <p>
        <State state={read.ready > 0 ? 'done' : 'attention'}>
          <Plural value={read.ready} one="# person gets a letter" other="# people get a letter" />
        </State>
      </p>
      {read.leftOut > 0 && (
        <p>
          <State state="attention">
            <Plural value={read.leftOut} one="# row is left out" other="# rows are left out" />
          </State>
        </p>
      )}
      <table className="offer-table">
        <caption className="hidden-visually">
          <Trans>The list as it was read</Trans>
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Row</Trans>
            </th>
            <th scope="col">
              <Trans>Person</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {read.rows.slice(0, 50).map(row => (
            <Row key={row.row} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ row }: { row: ListRow }) {
  return (
    <tr>
      <td>{row.row}</td>
      <td>
        {row.name && <strong className="block">{row.name}</strong>}
        {row.email}
        {row.problem && (
          <span className="block">
            <State state="attention">{row.problem}</State>
          </span>
        )}
        {row.grade && (
          <span className="block">
            <Trans>Grade: {row.grade}</Trans>
          </span>
        )}
        {row.note && <span className="block quiet">{row.note}</span>}
        {row.link && <span className="block quiet">{row.link}</span>}
      </td>
    </tr>
  )
}
