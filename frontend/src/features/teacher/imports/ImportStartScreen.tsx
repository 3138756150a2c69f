import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Problem } from '@/api/problems'
import { useRead } from '@/api/useRead'
import { Button } from '@/design/Button'
import { FieldError, Select, TextArea } from '@/design/Field'
import { FileDrop } from '@/design/FileDrop'
import { Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { TeacherGroups } from '../classes/documents'
import { sendRoster } from './sendRoster'

/** A file of the e-register or a pasted table; nothing is imported before the teacher has seen every row. */
export default function ImportStartScreen() {
  const { t } = useLingui()
  const [, go] = useLocation()
  const { data, loading } = useRead(TeacherGroups)
  const [chosen, setChosen] = useState('')
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const schools = data?.me?.schools ?? []
  const schoolId = chosen || (schools[0]?.id ?? '')

  async function read(list: { file: File } | { text: string }): Promise<void> {
    setBusy(true)
    setProblem(undefined)
    try {
      go(`/classes/import/${await sendRoster(schoolId, list)}`)
    } catch (cause) {
      setProblem(cause as Problem)
    } finally {
      setBusy(false)
    }
  }

  return (
    <Screen
      title={t`Classes from a file`}
      back="/classes/new"
      action={
        text.trim() !== '' && (
          <Button busy={busy} onClick={() => void read({ text })}>
            <Trans>Read the pasted table</Trans>
          </Button>
        )
      }
    >
      {loading && <Skeleton />}
      {schoolId && (
        <>
          {schools.length > 1 && (
            <Select label={t`School`} value={schoolId} onChange={event => setChosen(event.target.value)}>
              {schools.map(school => (
                <option key={school.id} value={school.id}>
                  {school.name}
                </option>
              ))}
            </Select>
          )}
          <FileDrop
            label={t`List from the e-register`}
            accept=".csv,.txt,.xlsx"
            hint={
              <Trans>
                CSV or XLSX, up to 1 MB. Personal numbers (PESEL) are thrown away while the file is read.
              </Trans>
            }
            error={busy ? undefined : problem?.message}
            onFile={file => void read({ file })}
          />
          <TextArea
            label={t`Or paste a table`}
            hint={t`Copied from a spreadsheet, with the headings.`}
            rows={6}
            spellCheck={false}
            value={text}
            onChange={event => setText(event.target.value)}
          />
          {busy && (
            <p role="status" className="quiet">
              <Trans>Reading the list…</Trans>
            </p>
          )}
        </>
      )}
      {data && schools.length === 0 && (
        <FieldError
          message={t`Your account may not make classes yet. The school's coordinator can add you to the staff.`}
        />
      )}
    </Screen>
  )
}
