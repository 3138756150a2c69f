import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useSearch } from 'wouter'
import type { Problem } from '@/api/problems'
import { useSend } from '@/api/useSend'
import { FieldError } from '@/design/Field'
import { Sheet } from '@/design/Sheet'
import { useToast } from '@/design/Toast'
import type { Person } from './club'
import { Thank } from './documents'
import { FacePicker } from './FacePicker'
import { type Around, PeopleFrame } from './PeopleFrame'

/** A face, then one of the fixed words: it is sent at once and only that person sees it. */
export default function ThankScreen({ groupId }: { groupId: string | undefined }) {
  const { t } = useLingui()
  return (
    <PeopleFrame title={t`Say thank you`} groupId={groupId} placeOf={id => `/clubs/thank/${id}`}>
      {around => <ToWhom {...around} />}
    </PeopleFrame>
  )
}

function ToWhom({ club, people, thanks }: Around) {
  const { t } = useLingui()
  const say = useToast()
  const asked = new URLSearchParams(useSearch()).get('to')
  const [person, setPerson] = useState<Person | null>(() => people.find(({ id }) => id === asked) ?? null)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [thank, busy] = useSend(Thank)

  async function send(to: Person, word: string): Promise<void> {
    const sent = await thank({ groupId: club.card.groupId, userId: to.id, word }, { later: true })
    if (sent.outcome === 'done' || sent.outcome === 'saved') {
      setPerson(null)
      setProblems([])
      say({
        text:
          sent.outcome === 'done'
            ? t`${to.name} sees your thank-you now.`
            : t`Saved on the phone. It will be sent later.`,
      })
    } else setProblems(sent.problems)
  }

  return (
    <>
      <p>
        <Trans>Whom do you want to thank?</Trans>
      </p>
      <FacePicker
        people={people}
        onPick={one => {
          setProblems([])
          setPerson(one)
        }}
      />
      <Sheet
        title={person && <Trans>Thank you, {person.name}</Trans>}
        open={person !== null}
        onClose={() => setPerson(null)}
      >
        <p className="quiet">
          <Trans>Choose a word. It is sent at once and says that it is from you; nobody else sees it.</Trans>
        </p>
        <FieldError message={problems[0]?.message} />
        <ul className="stack stack-tight">
          {thanks.map(({ code, label }) => (
            <li key={code}>
              <button
                type="button"
                className="sentence"
                aria-disabled={busy || undefined}
                onClick={() => person && !busy && void send(person, code)}
              >
                {label}
              </button>
            </li>
          ))}
        </ul>
      </Sheet>
    </>
  )
}
