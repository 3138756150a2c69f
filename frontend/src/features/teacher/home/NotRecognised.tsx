import { Plural, Trans } from '@lingui/react/macro'
import { EyeOff } from 'lucide-react'
import type { ResultOf } from '@/api/graphql'
import { Link } from '@/design/Link'
import type { TeacherHome } from './documents'

type Person = ResultOf<typeof TeacherHome>['teacherHome']['notRecognised'][number]

/** So that nobody is forgotten. Folded away, because a projector may be on. */
export function NotRecognised({ people }: { people: readonly Person[] }) {
  if (people.length === 0) return null
  return (
    <details className="card folded">
      <summary>
        <strong>
          <Trans>Whom to notice</Trans>
        </strong>
        <span className="quiet">
          <Plural
            value={people.length}
            one="# person has had no badge from you for weeks"
            other="# people have had no badge from you for weeks"
          />
        </span>
      </summary>
      <p className="row quiet">
        <EyeOff aria-hidden="true" size={16} />
        <Trans>Only you see this list.</Trans>
      </p>
      <ul className="list">
        {people.map(person => (
          <li key={`${person.groupId}:${person.id}`}>
            <Link to={`/classes/${person.groupId}/students/${person.id}`} className="list-row row-link">
              <span className="grow">{person.name}</span>
              <span className="quiet">{person.groupName}</span>
            </Link>
          </li>
        ))}
      </ul>
    </details>
  )
}
