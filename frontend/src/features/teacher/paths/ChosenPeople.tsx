import { useRead } from '@/api/useRead'
import { CheckRow } from '@/design/Choice'
import { Skeleton } from '@/design/Notices'
import { ClassRoster } from '../classes/documents'

type ChosenPeopleProps = {
  groupId: string
  chosen: ReadonlySet<string>
  onChange: (chosen: ReadonlySet<string>) => void
}

export function ChosenPeople({ groupId, chosen, onChange }: ChosenPeopleProps) {
  const { data } = useRead(ClassRoster, { groupId })
  const students = data?.classRoster?.students
  if (!students) return <Skeleton rows={2} />
  return (
    <ul className="list">
      {students.map(({ id, givenName, familyName }) => (
        <li key={id}>
          <CheckRow
            checked={chosen.has(id)}
            onChange={on => {
              const next = new Set(chosen)
              if (on) next.add(id)
              else next.delete(id)
              onChange(next)
            }}
          >
            {givenName} {familyName}
          </CheckRow>
        </li>
      ))}
    </ul>
  )
}
