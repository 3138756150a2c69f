import { Trans, useLingui } from '@lingui/react/macro'
import { Plus, Trash2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import type { ResultOf } from '@/api/graphql'
import { type Problem, problemAt } from '@/api/problems'
import { useRead } from '@/api/useRead'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { FieldError, Select } from '@/design/Field'
import { IconButton } from '@/design/IconButton'
import { Skeleton } from '@/design/Notices'
import { Sheet } from '@/design/Sheet'
import { useToast } from '@/design/Toast'
import { ForgetLanguage, LanguageChoices, type ProfileDocument, SpeakLanguage } from './documents'

type Spoken = ResultOf<typeof ProfileDocument>['profile']['languages']

/** Which languages the person says they speak, and how well; nothing else is concluded from it. */
export function Languages({ spoken }: { spoken: Spoken }) {
  const { t } = useLingui()
  const say = useToast()
  const [adding, setAdding] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [forget] = useSend(ForgetLanguage)
  const [speak] = useSend(SpeakLanguage)

  async function remove({ code, level, name }: Spoken[number]): Promise<void> {
    const sent = await forget({ code })
    if (sent.outcome === 'done') say({ text: t`Removed: ${name}`, undo: () => void speak({ code, level }) })
    else if (sent.outcome !== 'saved') setProblem(sent.problems[0]?.message)
  }

  return (
    <section className="card" aria-labelledby="languages">
      <h2 id="languages">
        <Trans>My languages</Trans>
      </h2>
      <p className="quiet">
        <Trans>
          Only you see them, until you show them on a page about you. Nothing else is read from them.
        </Trans>
      </p>
      <ul className="list">
        {spoken.map(language => (
          <li key={language.code} className="list-row">
            <span className="grow">
              {language.name} <span className="quiet">{language.levelLabel}</span>
            </span>
            <IconButton
              icon={Trash2}
              label={t`Remove: ${language.name}`}
              onClick={() => void remove(language)}
            />
          </li>
        ))}
      </ul>
      <FieldError message={problem} />
      <div>
        <Button look="quiet" onClick={() => setAdding(true)}>
          <Plus aria-hidden="true" size={20} />
          <Trans>Add a language</Trans>
        </Button>
      </div>
      {adding && <AddSheet onClose={() => setAdding(false)} />}
    </section>
  )
}

function AddSheet({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const { data } = useRead(LanguageChoices)
  const [code, setCode] = useState('')
  const [level, setLevel] = useState('')
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [send, busy] = useSend(SpeakLanguage)

  async function keep(event: FormEvent): Promise<void> {
    event.preventDefault()
    const sent = await send({ code, level })
    if (sent.outcome === 'done') onClose()
    else if (sent.outcome !== 'saved') setProblems(sent.problems)
  }

  return (
    <Sheet title={<Trans>Add a language</Trans>} open onClose={onClose}>
      {data ? (
        <form className="stack" onSubmit={event => void keep(event)}>
          <Select
            label={t`Language`}
            value={code}
            error={problemAt(problems, 'code')}
            onChange={event => setCode(event.target.value)}
          >
            <option value="">{t`Choose…`}</option>
            {data.languageChoices.languages.map(one => (
              <option key={one.code} value={one.code}>
                {one.label}
              </option>
            ))}
          </Select>
          <Select
            label={t`How well?`}
            value={level}
            error={problemAt(problems, 'level')}
            onChange={event => setLevel(event.target.value)}
          >
            <option value="">{t`Choose…`}</option>
            {data.languageChoices.levels.map(one => (
              <option key={one.code} value={one.code}>
                {one.label}
              </option>
            ))}
          </Select>
          <FieldError
            message={problems.find(({ field }) => field !== 'code' && field !== 'level')?.message}
          />
          <Button type="submit" busy={busy} disabled={code === '' || level === ''}>
            <Trans>Save</Trans>
          </Button>
        </form>
      ) : (
        <Skeleton />
      )}
    </Sheet>
  )
}
