import { Trans, useLingui } from '@lingui/react/macro'
import { IdCard, LogOut, UserMinus } from 'lucide-react'
import { useState } from 'react'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { useToast } from '@/design/Toast'
import { CardsForm } from './CardsForm'
import { EndStudentSignIns, RemoveStudent } from './documents'
import type { RosterStudent } from './rosterStudent'

type StudentWaysProps = { groupId: string; student: RosterStudent; onLeft: () => void }

/** A lost card, a phone left behind, a student who moved. */
export function StudentWays({ groupId, student, onLeft }: StudentWaysProps) {
  const { t } = useLingui()
  const say = useToast()
  const [end, ending] = useSend(EndStudentSignIns)
  const [remove, removing] = useSend(RemoveStudent)
  const [sure, setSure] = useState(false)
  const name = `${student.givenName} ${student.familyName}`
  const ids = { groupId, studentId: student.id }

  async function endSignIns(): Promise<void> {
    const sent = await end(ids)
    if (sent.outcome === 'done') say({ text: t`${name} is signed out everywhere.` })
    else if (sent.outcome !== 'saved') say({ text: sent.problems[0]?.message })
  }
  async function takeOut(): Promise<void> {
    const sent = await remove(ids)
    if (sent.outcome === 'done') {
      say({ text: t`${name} is no longer in this class.` })
      onLeft()
    } else if (sent.outcome !== 'saved') say({ text: sent.problems[0]?.message })
  }

  return (
    <div className="stack stack-tight student-ways">
      {student.runBySchool && (
        <>
          <CardsForm groupId={groupId} studentIds={[student.id]} look="quiet">
            <IdCard aria-hidden="true" size={20} />
            {student.hasCard ? <Trans>New card (ends the old one)</Trans> : <Trans>Print the card</Trans>}
          </CardsForm>
          <Button look="quiet" wide busy={ending} onClick={() => void endSignIns()}>
            <LogOut aria-hidden="true" size={20} />
            <Trans>Sign out on every device</Trans>
          </Button>
        </>
      )}
      {sure ? (
        <div className="card card-sunken">
          <p>
            <Trans>Badges and the account stay with the student; unfinished steps of this class end.</Trans>
          </p>
          <div className="row">
            <Button look="danger" busy={removing} onClick={() => void takeOut()}>
              <Trans>Remove from the class</Trans>
            </Button>
            <Button look="plain" onClick={() => setSure(false)}>
              <Trans>Keep</Trans>
            </Button>
          </div>
        </div>
      ) : (
        <Button look="danger" wide onClick={() => setSure(true)}>
          <UserMinus aria-hidden="true" size={20} />
          <Trans>Remove from the class…</Trans>
        </Button>
      )}
    </div>
  )
}
