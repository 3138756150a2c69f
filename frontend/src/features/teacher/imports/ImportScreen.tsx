import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Problem } from '@/api/problems'
import { useRead } from '@/api/useRead'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { Field, FieldError } from '@/design/Field'
import { ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { ColumnMatching } from './ColumnMatching'
import { DryRun } from './DryRun'
import { ApplyRoster, DropRoster, MapRoster, RosterImport } from './documents'
import { Imported } from './Imported'
import { type Decision, type Decisions, type Import, mapped, mappingOf } from './mapping'
import '../classes/classes.css'
import './imports.css'

/** Columns, then every row as it would be imported, then the classes with their cards. */
export default function ImportScreen({ id }: { id: string }) {
  const { t } = useLingui()
  const { data, loading, failed, reload } = useRead(RosterImport, { id })
  const list = data?.rosterImport
  return (
    <>
      {list?.state === 'dry_run' ? (
        <Waiting list={list} reload={reload} />
      ) : (
        <Screen title={t`Classes from a file`} back="/classes/import" wide>
          {loading && <Skeleton rows={6} />}
          {(failed || data?.rosterImport === null) && (
            <ErrorState title={<Trans>This list is not here</Trans>} onRetry={reload}>
              <Trans>Lists that are not imported are deleted after a while. Send the file once more.</Trans>
            </ErrorState>
          )}
          {list?.state === 'done' && <Imported list={list} />}
          {list?.state === 'dropped' && (
            <p className="notice">
              <Trans>This list was dropped. Nothing was imported, and nothing of it is kept.</Trans>
            </p>
          )}
        </Screen>
      )}
    </>
  )
}

function Waiting({ list, reload }: { list: Import; reload: () => void }) {
  const { t } = useLingui()
  const [, go] = useLocation()
  const [map, mapping] = useSend(MapRoster)
  const [apply, applying] = useSend(ApplyRoster)
  const [drop, dropping] = useSend(DropRoster)
  const [decisions, setDecisions] = useState<Decisions>({})
  const [className, setClassName] = useState(list.className)
  const [problem, setProblem] = useState<Problem>()
  const importId = list.id
  const people = list.ready + list.decide

  async function readAgain(columns: Record<string, number>, said: Decisions): Promise<void> {
    const sent = await map({ importId, mapping: columns, className, decisions: said })
    setProblem(sent.outcome === 'refused' || sent.outcome === 'unsent' ? sent.problems[0] : undefined)
    if (sent.outcome === 'done') reload()
  }
  function decide(line: number, decision: Decision): void {
    const said = { ...decisions, [line]: decision }
    setDecisions(said)
    void readAgain(mappingOf(list.columns), said)
  }
  async function bringIn(): Promise<void> {
    const sent = await apply({ importId })
    setProblem(sent.outcome === 'refused' || sent.outcome === 'unsent' ? sent.problems[0] : undefined)
    if (sent.outcome === 'done') reload()
  }
  async function giveUp(): Promise<void> {
    const sent = await drop({ importId })
    if (sent.outcome === 'done') go('/classes/import')
  }

  return (
    <Screen
      title={list.sourceName || t`Pasted table`}
      back="/classes/import"
      wide
      action={
        <>
          <Button look="quiet" busy={dropping} onClick={() => void giveUp()}>
            <Trans>Drop the list</Trans>
          </Button>
          <Button busy={applying || mapping} disabled={people === 0} onClick={() => void bringIn()}>
            <Plural value={people} one="Import # student" other="Import # students" />
          </Button>
        </>
      }
    >
      <FieldError message={problem?.message} />
      <ColumnMatching
        list={list}
        onMatch={(index, field) => void readAgain(mapped(list.columns, index, field), decisions)}
      />
      {!list.columns.some(({ field }) => field === 'class_name') && (
        <Field
          label={t`Name of the class`}
          hint={t`The file names no class. As in the register, for example 2C.`}
          value={className}
          maxLength={20}
          autoComplete="off"
          onChange={event => setClassName(event.target.value)}
          onBlur={() => className !== list.className && void readAgain(mappingOf(list.columns), decisions)}
        />
      )}
      <DryRun list={list} onDecide={decide} />
    </Screen>
  )
}
