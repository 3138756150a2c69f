import { Trans, useLingui } from '@lingui/react/macro'
import { Plus, X } from 'lucide-react'
import { Button } from '@/design/Button'
import { IconButton } from '@/design/IconButton'
import type { TaskDraft } from './setUp'

type TaskFieldsProps = { tasks: readonly TaskDraft[]; onChange: (tasks: readonly TaskDraft[]) => void }

/** One line a task; the same tasks for every team. */
export function TaskFields({ tasks, onChange }: TaskFieldsProps) {
  const { t } = useLingui()
  const set = (key: string, title: string) =>
    onChange(tasks.map(task => (task.key === key ? { ...task, title } : task)))
  return (
    <section className="stack stack-tight" aria-labelledby="tasks">
      <h2 id="tasks">
        <Trans>Tasks</Trans>
      </h2>
      <p className="quiet">
        <Trans>Every team has the same. For example: find the oldest tree in the park.</Trans>
      </p>
      <ol className="stack stack-tight">
        {tasks.map(({ key, title }, position) => (
          <li key={key} className="team-line">
            <input
              className="input"
              value={title}
              maxLength={120}
              aria-label={t`Task ${position + 1}`}
              onChange={event => set(key, event.target.value)}
            />
            <IconButton
              icon={X}
              label={t`Remove task ${position + 1}`}
              onClick={() => onChange(tasks.filter(task => task.key !== key))}
            />
          </li>
        ))}
      </ol>
      <Button
        look="quiet"
        onClick={() => onChange([...tasks, { key: crypto.randomUUID(), id: null, title: '', details: '' }])}
      >
        <Plus aria-hidden="true" size={20} />
        <Trans>One more task</Trans>
      </Button>
    </section>
  )
}
