import type { ReactNode } from 'react'
import { csrfToken } from '@/api/csrf'
import { classNames } from '@/design/classNames'

type CardsFormProps = {
  groupId: string
  /** Whose cards; without them the whole class's. */
  studentIds?: readonly string[]
  look?: 'primary' | 'quiet' | 'plain'
  children: ReactNode
}

/**
 * A plain form, because the answer is a page to print that nothing keeps: secrets stand on it once. It opens
 * beside the app.
 */
export function CardsForm({ groupId, studentIds = [], look = 'primary', children }: CardsFormProps) {
  return (
    <form
      method="post"
      action={`/classes/${groupId}/cards/`}
      target="_blank"
      className="cards-form"
      rel="noopener"
    >
      <input type="hidden" name="csrfmiddlewaretoken" value={csrfToken()} />
      {studentIds.map(id => (
        <input key={id} type="hidden" name="students" value={id} />
      ))}
      <button type="submit" className={classNames('button', look !== 'primary' && `button-${look}`)}>
        {children}
      </button>
    </form>
  )
}
