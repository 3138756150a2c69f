import { Avatar } from '@/design/Avatar'
import type { Person } from './club'

type FacePickerProps = { people: readonly Person[]; onPick: (person: Person) => void }

/** Faces to tap, each with the name below. */
export function FacePicker({ people, onPick }: FacePickerProps) {
  return (
    <ul className="faces">
      {people.map(person => (
        <li key={person.id}>
          <button type="button" className="face" onClick={() => onPick(person)}>
            <Avatar name={person.name} />
            <span>{person.name}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
