import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { FileSpreadsheet } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { type Problem, problemAt } from '@/api/problems'
import { useRead } from '@/api/useRead'
import { useSend } from '@/api/useSend'
import { Button, ButtonLink } from '@/design/Button'
import { Field, FieldError, Select, TextArea } from '@/design/Field'
import { Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { CreateClass, TeacherGroups } from './documents'
import { ListPreview } from './ListPreview'
import { withLine } from './pastedList'
import { usePreview } from './usePreview'
import './classes.css'

/** A name, one paste, one button; beside the field stands how each line was read. */
export default function NewClassScreen() {
  const { t } = useLingui()
  const [, go] = useLocation()
  const { data, loading } = useRead(TeacherGroups)
  const [create, creating] = useSend(CreateClass)
  const [chosen, setChosen] = useState('')
  const [name, setName] = useState('')
  const [students, setStudents] = useState('')
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const schools = data?.me?.schools ?? []
  const schoolId = chosen || (schools[0]?.id ?? '')
  const preview = usePreview(schoolId, students)
  const people = preview ? preview.ready + preview.decide : 0

  async function make(): Promise<void> {
    const sent = await create({ schoolId, name: name.trim(), students })
    if (sent.outcome === 'done' && sent.payload.groupId)
      return go(`/classes/${sent.payload.groupId}/ready`, { replace: true })
    if (sent.outcome === 'refused' || sent.outcome === 'unsent') setProblems(sent.problems)
  }

  return (
    <Screen
      title={t`New class`}
      back="/"
      action={
        schoolId && (
          <Button busy={creating} onClick={() => void make()}>
            {people > 0 ? (
              <Plural value={people} one="Make a class of #" other="Make a class of #" />
            ) : (
              <Trans>Make the class</Trans>
            )}
          </Button>
        )
      }
      wide
    >
      {loading && <Skeleton />}
      {data && schools.length === 0 && (
        <p className="notice">
          <Trans>
            Your account may not make classes yet. The school's coordinator can add you to the staff.
          </Trans>
        </p>
      )}
      {schoolId && (
        <div className="paste-columns">
          <div className="stack">
            {schools.length > 1 && (
              <Select label={t`School`} value={schoolId} onChange={event => setChosen(event.target.value)}>
                {schools.map(school => (
                  <option key={school.id} value={school.id}>
                    {school.name}
                  </option>
                ))}
              </Select>
            )}
            <Field
              label={t`Name of the class`}
              hint={t`As in the register, for example 2C.`}
              error={problemAt(problems, 'name')}
              value={name}
              maxLength={20}
              autoComplete="off"
              onChange={event => setName(event.target.value)}
            />
            <TextArea
              label={t`Students`}
              hint={t`One person a line, surname first. Numbers and dates of birth may stay.`}
              error={problemAt(problems, 'students')}
              placeholder={t`Kowalska Anna`}
              rows={12}
              spellCheck={false}
              value={students}
              onChange={event => setStudents(event.target.value)}
            />
            <FieldError message={problemAt(problems, '')} />
            <ButtonLink to="/classes/import" look="plain">
              <FileSpreadsheet aria-hidden="true" size={20} />
              <Trans>I have a file from the e-register</Trans>
            </ButtonLink>
          </div>
          {preview && preview.rows.length > 0 && (
            <ListPreview
              preview={preview}
              onDecide={(row, split) => setStudents(text => withLine(text, row.line, split, row.bornOn))}
            />
          )}
        </div>
      )}
    </Screen>
  )
}
