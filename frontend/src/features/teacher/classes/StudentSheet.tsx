import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { type Problem, problemAt } from '@/api/problems'
import { type Sent, useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { Field, FieldError } from '@/design/Field'
import { Sheet } from '@/design/Sheet'
import { useToast } from '@/design/Toast'
import { AddStudent, RenameStudent } from './documents'
import type { RosterStudent } from './rosterStudent'
import { StudentWays } from './StudentWays'

type StudentSheetProps = {
  groupId: string
  /** Null adds somebody. */
  student: RosterStudent | null
  open: boolean
  onClose: () => void
}

/** Name and date of birth of one student; for one who is here also card, sign-ins and leaving. */
export function StudentSheet({ groupId, student, open, onClose }: StudentSheetProps) {
  const { t } = useLingui()
  const say = useToast()
  const [add, adding] = useSend(AddStudent)
  const [rename, renaming] = useSend(RenameStudent)
  const [givenName, setGivenName] = useState(student?.givenName ?? '')
  const [familyName, setFamilyName] = useState(student?.familyName ?? '')
  const [bornOn, setBornOn] = useState(student?.bornOn ?? '')
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const own = student !== null && !student.runBySchool

  async function save(): Promise<void> {
    const names = {
      groupId,
      givenName: givenName.trim(),
      familyName: familyName.trim(),
      bornOn: bornOn || null,
    }
    const sent: Sent<unknown> = student ? await rename({ ...names, studentId: student.id }) : await add(names)
    if (sent.outcome === 'refused' || sent.outcome === 'unsent') return setProblems(sent.problems)
    say({ text: student ? t`Saved.` : t`Added. Print the card in “Sign-in cards”.` })
    onClose()
  }

  return (
    <Sheet
      title={student ? `${student.givenName} ${student.familyName}` : t`Add a student`}
      open={open}
      onClose={onClose}
      actions={
        !own && (
          <Button busy={adding || renaming} onClick={() => void save()}>
            {student ? <Trans>Save</Trans> : <Trans>Add</Trans>}
          </Button>
        )
      }
    >
      {own ? (
        <p>
          <Trans>
            This account is the student’s own now. They sign in by themselves; the school neither changes nor
            opens it. The class and what was done in it stay here.
          </Trans>
        </p>
      ) : (
        <>
          <Field
            label={t`Given name`}
            value={givenName}
            autoComplete="off"
            error={problemAt(problems, 'givenName') ?? problemAt(problems, 'given_name')}
            onChange={event => setGivenName(event.target.value)}
          />
          <Field
            label={t`Surname`}
            value={familyName}
            autoComplete="off"
            error={problemAt(problems, 'familyName') ?? problemAt(problems, 'family_name')}
            onChange={event => setFamilyName(event.target.value)}
          />
          <Field
            label={t`Date of birth`}
            hint={t`May stay empty. Only used for age rules about sharing.`}
            type="date"
            value={bornOn}
            error={problemAt(problems, 'bornOn') ?? problemAt(problems, 'born_on')}
            onChange={event => setBornOn(event.target.value)}
          />
          <FieldError message={problemAt(problems, '')} />
        </>
      )}
      {student && <StudentWays groupId={groupId} student={student} onLeft={onClose} />}
    </Sheet>
  )
}
