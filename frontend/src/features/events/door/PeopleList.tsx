import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Field } from '@/design/Field'
import type { Door } from './DoorHead'
import { PersonRow } from './PersonRow'
import { folded, heldOrder } from './ticks'
import type { useTicks } from './useTicks'

/** From so many people on a field to search by name saves scrolling. */
const LONG_LIST = 10

type PeopleListProps = { people: Door['people']; ticks: ReturnType<typeof useTicks> }

/** In register order, and nobody moves while it is looked at. */
export function PeopleList({ people, ticks }: PeopleListProps) {
  const { t } = useLingui()
  const [order, setOrder] = useState<readonly string[]>([])
  const [search, setSearch] = useState('')
  const held = heldOrder(
    order,
    people.map(({ id }) => id),
  )
  if (held.length !== order.length || held.some((id, place) => order[place] !== id)) setOrder(held)
  const known = new Map(people.map(person => [person.id, person]))
  const wanted = folded(search.trim())
  const shown = held.flatMap(id => known.get(id) ?? []).filter(({ name }) => folded(name).includes(wanted))
  return (
    <>
      {people.length > LONG_LIST && (
        <Field
          label={t`Find a person`}
          type="search"
          autoComplete="off"
          value={search}
          onChange={event => setSearch(event.target.value)}
        />
      )}
      <ul className="door-list">
        {shown.map(person => (
          <PersonRow
            key={person.id}
            person={person}
            here={ticks.isHere(person.id, person.here)}
            queued={ticks.isQueued(person.id)}
            onChange={ticks.change}
          />
        ))}
      </ul>
      {shown.length === 0 && (
        <p className="quiet">
          <Trans>Nobody of that name is on the list.</Trans>
        </p>
      )}
    </>
  )
}
