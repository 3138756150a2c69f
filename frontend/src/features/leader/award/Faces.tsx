import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Check, Clock, MapPin } from 'lucide-react'
import { useState } from 'react'
import { Avatar } from '@/design/Avatar'
import { Chip, Chips } from '@/design/Chips'
import { Link } from '@/design/Link'
import { firstOrder, inSteadyOrder, type Person, type RecogniseView } from './recognise'

type FacesProps = {
  people: readonly Person[]
  queued: ReadonlySet<string>
  may: readonly Person[]
  here: readonly Person[]
  chosen: ReadonlySet<string>
  event: RecogniseView['event']
  onChoose: (who: ReadonlySet<string>) => void
}

const same = (chosen: ReadonlySet<string>, who: readonly Person[]) =>
  chosen.size === who.length && who.every(({ id }) => chosen.has(id))

/** Who gets it: faces in a grid, one tap each. Who is checked in is chosen already. */
export function Faces({ people, queued, may, here, chosen, event, onChoose }: FacesProps) {
  const { t } = useLingui()
  const [order] = useState(() => firstOrder(people))
  const choose = (who: readonly Person[]) => onChoose(new Set(who.map(({ id }) => id)))

  function mark(id: string, on: boolean): void {
    const next = new Set(chosen)
    if (on) next.add(id)
    else next.delete(id)
    onChoose(next)
  }

  return (
    <section className="stack stack-tight" aria-labelledby="who">
      <h2 id="who">
        <Trans>Who?</Trans>
      </h2>
      {event && (
        <p className="quiet">
          <Link to={`/events/${event.id}`}>{event.title}</Link>
        </p>
      )}
      {people.length === 0 && (
        <p>
          <Trans>Nobody has joined yet. Show them the code of the club, in Group.</Trans>
        </p>
      )}
      {may.length > 1 && (
        <Chips label={t`Choose quickly`}>
          {here.length > 0 && (
            <Chip pressed={same(chosen, here)} onPress={() => choose(here)}>
              <Plural value={here.length} one="Here now (#)" other="Here now (#)" />
            </Chip>
          )}
          <Chip pressed={same(chosen, may)} onPress={() => choose(may)}>
            <Plural value={may.length} one="Everybody (#)" other="Everybody (#)" />
          </Chip>
          <Chip pressed={chosen.size === 0} onPress={() => choose([])}>
            <Trans>Nobody</Trans>
          </Chip>
        </Chips>
      )}
      <div className="faces">
        {inSteadyOrder(order, people).map(person => (
          <Face
            key={person.id}
            person={person}
            queued={queued.has(person.id)}
            chosen={chosen.has(person.id)}
            onMark={mark}
          />
        ))}
      </div>
    </section>
  )
}

type FaceProps = {
  person: Person
  queued: boolean
  chosen: boolean
  onMark: (id: string, on: boolean) => void
}

function Face({ person, queued, chosen, onMark }: FaceProps) {
  return (
    <label className="face">
      <input
        type="checkbox"
        className="hidden-visually"
        checked={chosen}
        disabled={person.has || queued}
        onChange={event => onMark(person.id, event.target.checked)}
      />
      <span className="face-picture">
        <Avatar name={person.name} />
        <span className="face-tick" aria-hidden="true">
          <Check strokeWidth={3} />
        </span>
      </span>
      <span className="face-name">{person.name}</span>
      {queued ? (
        <small>
          <Clock aria-hidden="true" />
          <Trans>waiting</Trans>
        </small>
      ) : person.has ? (
        <small>
          <Check aria-hidden="true" />
          <Trans>has it</Trans>
        </small>
      ) : (
        person.here && (
          <small>
            <MapPin aria-hidden="true" />
            <Trans>here</Trans>
          </small>
        )
      )}
    </label>
  )
}
