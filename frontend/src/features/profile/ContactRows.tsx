import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useId, useState } from 'react'
import type { ResultOf } from '@/api/graphql'
import { useSend } from '@/api/useSend'
import { Avatar } from '@/design/Avatar'
import { Button } from '@/design/Button'
import { FieldError } from '@/design/Field'
import { useToast } from '@/design/Toast'
import { daysAgo } from '@/i18n/dates'
import { AnswerContact, type ContactsDocument, RemoveContact } from './documents'

type Row = ResultOf<typeof ContactsDocument>['contacts']['kept'][number]
type RowsProps = { what: 'kept' | 'asking' | 'waiting'; rows: readonly Row[]; heading: ReactNode }

/** One kind of contacts; nothing when there is none. */
export function ContactRows({ what, rows, heading }: RowsProps) {
  const id = useId()
  if (rows.length === 0) return null
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <ul className="list">
        {rows.map(row => (
          <li key={row.id}>
            <div className="list-row">
              <Avatar name={row.name} />
              <span className="grow">
                {row.name}
                <span className="quiet">
                  {row.groupName && ` · ${row.groupName}`}
                  {what !== 'kept' && ` · ${daysAgo(row.since)}`}
                </span>
              </span>
              {what !== 'asking' && <End row={row} kept={what === 'kept'} />}
            </div>
            {what === 'asking' && <Answer row={row} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Answer({ row }: { row: Row }) {
  const { t } = useLingui()
  const say = useToast()
  const [answer, busy] = useSend(AnswerContact)
  const [problem, setProblem] = useState<string>()

  async function send(agree: boolean): Promise<void> {
    const sent = await answer({ contactId: row.id, agree })
    if (sent.outcome === 'refused' || sent.outcome === 'unsent') setProblem(sent.problems[0]?.message)
    else say({ text: agree ? t`${row.name} is your contact now.` : t`Fine. ${row.name} is not told.` })
  }

  return (
    <>
      <div className="row">
        <Button busy={busy} aria-label={t`Agree: ${row.name}`} onClick={() => void send(true)}>
          <Trans>Agree</Trans>
        </Button>
        <Button look="plain" aria-label={t`No, thanks: ${row.name}`} onClick={() => void send(false)}>
          <Trans>No, thanks</Trans>
        </Button>
      </div>
      <FieldError message={problem} />
    </>
  )
}

function End({ row, kept }: { row: Row; kept: boolean }) {
  const { t } = useLingui()
  const say = useToast()
  const [remove, busy] = useSend(RemoveContact)
  const [sure, setSure] = useState(false)

  async function end(): Promise<void> {
    // A contact that has ended has to be agreed on anew, so there is no undo: it takes a second tap instead.
    if (kept && !sure) return setSure(true)
    const sent = await remove({ contactId: row.id })
    if (sent.outcome === 'refused' || sent.outcome === 'unsent')
      say({ text: sent.problems[0]?.message ?? '' })
    else say({ text: kept ? t`The contact has ended.` : t`Taken back.` })
  }

  const label = kept ? (sure ? t`Yes, end it: ${row.name}` : t`End: ${row.name}`) : t`Take back: ${row.name}`
  return (
    <Button look={sure ? 'danger' : 'plain'} busy={busy} aria-label={label} onClick={() => void end()}>
      {kept ? sure ? <Trans>Yes, end it</Trans> : <Trans>End</Trans> : <Trans>Take back</Trans>}
    </Button>
  )
}
