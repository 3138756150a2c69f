import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { type Problem, problemAt } from '@/api/problems'
import { useRead } from '@/api/useRead'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { Field, FieldError, Select, TextArea } from '@/design/Field'
import { Screen } from '@/design/Screen'
import { useToast } from '@/design/Toast'
import { ClubKinds, StartClub } from '../group/documents'
import { SensitiveKind } from '../group/SensitiveKind'

const NAME_LIMIT = 80
const PURPOSE_LIMIT = 300

/** Two fields, and the club is live: everything else can wait. */
export default function StartScreen() {
  const { t } = useLingui()
  const [, go] = useLocation()
  const say = useToast()
  const { data } = useRead(ClubKinds)
  const [start, starting] = useSend(StartClub)
  const [name, setName] = useState('')
  const [purpose, setPurpose] = useState('')
  const [kind, setKind] = useState('')
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const kinds = data?.clubChoices.kinds ?? []

  async function send(): Promise<void> {
    const sent = await start({ name: name.trim(), purpose: purpose.trim(), kind: kind || null })
    if (sent.outcome === 'saved') return
    if (sent.outcome !== 'done') return setProblems(sent.problems)
    const groupId = sent.payload.club?.card.groupId
    say({ text: t`“${name.trim()}” is there. Make its first badge, or invite people.` })
    go(groupId ? `/lead/${groupId}/club` : '/lead', { replace: true })
  }

  return (
    <Screen
      title={t`New club`}
      back="/lead"
      action={
        <Button type="submit" form="start" busy={starting}>
          <Trans>Start the club</Trans>
        </Button>
      }
    >
      <form
        id="start"
        className="stack"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          void send()
        }}
      >
        <FieldError message={problemAt(problems, '')} />
        <Field
          label={t`Name`}
          hint={t`As you call yourselves.`}
          value={name}
          maxLength={NAME_LIMIT}
          autoComplete="off"
          error={problemAt(problems, 'name')}
          onChange={event => setName(event.target.value)}
        />
        <TextArea
          label={t`What you do together`}
          hint={t`One sentence: “We build robots from what others throw away.”`}
          rows={2}
          className="input input-short"
          value={purpose}
          maxLength={PURPOSE_LIMIT}
          error={problemAt(problems, 'purpose')}
          onChange={event => setPurpose(event.target.value)}
        />
        <details className="unfold">
          <summary>
            <Trans>What kind of club? You may leave it for later</Trans>
          </summary>
          <Select
            label={t`Kind`}
            value={kind}
            error={problemAt(problems, 'kind')}
            onChange={event => setKind(event.target.value)}
          >
            <option value="">{t`Not chosen`}</option>
            {kinds.map(({ code, label }) => (
              <option key={code} value={code}>
                {label}
              </option>
            ))}
          </Select>
          {kinds.find(({ code }) => code === kind)?.sensitive && <SensitiveKind />}
        </details>
        <p className="quiet">
          <Trans>
            The club is live at once. Until a school or an organisation vouches for you it stays small and
            private: nobody outside sees it.
          </Trans>{' '}
          <a href="/rules/">
            <Trans>The rules in plain words</Trans>
          </a>
        </p>
      </form>
    </Screen>
  )
}
