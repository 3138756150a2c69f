import { Trans, useLingui } from '@lingui/react/macro'
import { Plus, Trash2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { type Problem, problemAt } from '@/api/problems'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { Field, FieldError, Select } from '@/design/Field'
import { IconButton } from '@/design/IconButton'
import { Sheet } from '@/design/Sheet'
import { useToast } from '@/design/Toast'
import { SaySkill, UnsaySkill } from './documents'
import type { Skills } from './skills'

/** Longest text and most texts, as the server counts them. */
const LETTERS = 120
const MOST = 12

/** What nobody else confirms: short, and told apart from everything that somebody does. */
export function OwnWords({ map }: { map: Skills }) {
  const { t } = useLingui()
  const say = useToast()
  const [adding, setAdding] = useState(false)
  const [unsay] = useSend(UnsaySkill)
  const [problem, setProblem] = useState<string>()
  const own = map.skills.filter(({ id }) => id !== null)

  async function remove(skillId: string): Promise<void> {
    const sent = await unsay({ skillId })
    if (sent.outcome === 'done') say({ text: t`Removed.` })
    else if (sent.outcome !== 'saved') setProblem(sent.problems[0]?.message)
  }

  return (
    <section className="card" aria-labelledby="own-words">
      <h2 id="own-words">
        <Trans>In my own words</Trans>
      </h2>
      <p className="quiet">
        <Trans>What you can do though no badge says so. Only you see it, until you show it yourself.</Trans>
      </p>
      <ul className="list">
        {own.map(({ id, text }) => (
          <li key={id} className="list-row">
            <span className="grow">{text}</span>
            <IconButton icon={Trash2} label={t`Remove: ${text}`} onClick={() => void remove(id ?? '')} />
          </li>
        ))}
      </ul>
      <FieldError message={problem} />
      {own.length < MOST && (
        <div>
          <Button look="quiet" onClick={() => setAdding(true)}>
            <Plus aria-hidden="true" size={20} />
            <Trans>Add a skill</Trans>
          </Button>
        </div>
      )}
      {adding && <AddSheet areas={map.allAreas} onClose={() => setAdding(false)} />}
    </section>
  )
}

function AddSheet({ areas, onClose }: { areas: Skills['allAreas']; onClose: () => void }) {
  const { t } = useLingui()
  const [text, setText] = useState('')
  const [area, setArea] = useState('')
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [send, busy] = useSend(SaySkill)

  async function keep(event: FormEvent): Promise<void> {
    event.preventDefault()
    const sent = await send({ text: text.trim(), area })
    if (sent.outcome === 'done') onClose()
    else if (sent.outcome !== 'saved') setProblems(sent.problems)
  }

  return (
    <Sheet title={<Trans>Add a skill</Trans>} open onClose={onClose}>
      <form className="stack" onSubmit={event => void keep(event)}>
        <Field
          label={t`What can you do?`}
          hint={t`One short sentence, for example: I lead a younger scout team.`}
          value={text}
          maxLength={LETTERS}
          error={problemAt(problems, 'text')}
          onChange={event => setText(event.target.value)}
        />
        <Select
          label={t`Area`}
          value={area}
          error={problemAt(problems, 'area')}
          onChange={event => setArea(event.target.value)}
        >
          <option value="">{t`Choose…`}</option>
          {areas.map(({ code, label }) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </Select>
        <FieldError message={problems.find(({ field }) => field !== 'text' && field !== 'area')?.message} />
        <Button type="submit" busy={busy} disabled={text.trim() === '' || area === ''}>
          <Trans>Save</Trans>
        </Button>
      </form>
    </Sheet>
  )
}
