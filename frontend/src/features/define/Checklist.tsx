import { Plural, Trans } from '@lingui/react/macro'
import { Check, Circle } from 'lucide-react'
import { Button } from '@/design/Button'

export type Line = {
  code: string
  title: string
  why: string
  done: boolean
  required: boolean
  section: string
}

/** What is still missing and why it is asked; always in sight. What is done folds away. */
export function Checklist({ lines, onGo }: { lines: readonly Line[]; onGo?: (section: string) => void }) {
  const open = lines.filter(line => line.required && !line.done)
  const better = lines.filter(line => !line.required && !line.done)
  const done = lines.filter(line => line.done)
  return (
    <section className="card stack define-checklist" aria-labelledby="checklist">
      <h2 id="checklist">
        {open.length > 0 ? (
          <Plural value={open.length} one="# thing is still missing" other="# things are still missing" />
        ) : (
          <Trans>Nothing is missing</Trans>
        )}
      </h2>
      <Lines lines={open} onGo={onGo} />
      {better.length > 0 && (
        <>
          <h3>
            <Trans>Would make it better</Trans>
          </h3>
          <Lines lines={better} onGo={onGo} />
        </>
      )}
      {done.length > 0 && (
        <details className="unfold">
          <summary>
            <Plural value={done.length} one="# thing is there" other="# things are there" />
          </summary>
          <Lines lines={done} onGo={onGo} />
        </details>
      )}
    </section>
  )
}

function Lines({ lines, onGo }: { lines: readonly Line[]; onGo: ((section: string) => void) | undefined }) {
  if (lines.length === 0) return null
  return (
    <ul className="define-lines">
      {lines.map(line => (
        <li key={line.code}>
          {line.done ? <Check aria-hidden="true" size={20} /> : <Circle aria-hidden="true" size={20} />}
          <div>
            {line.section && onGo ? (
              <Button look="plain" className="define-go" onClick={() => onGo(line.section)}>
                {line.title}
              </Button>
            ) : (
              <strong>{line.title}</strong>
            )}
            <small className="define-line">{line.why}</small>
          </div>
        </li>
      ))}
    </ul>
  )
}
