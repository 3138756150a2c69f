import { Plural } from '@lingui/react/macro'
import { Avatar } from '@/design/Avatar'
import { Link } from '@/design/Link'
import { type Club, isIn, othersOf } from './club'

/** Who is in the club; a tap on a face begins a thank-you. */
export function Faces({ club, me }: { club: Club; me: string | undefined }) {
  const people = othersOf(club, me)
  const outside = !isIn(club.card)
  return (
    <section className="stack stack-tight" aria-labelledby="club-people">
      <h2 id="club-people">
        <Plural value={club.card.members} one="# person in the club" other="# people in the club" />
      </h2>
      <ul className="faces">
        {people.map(person => (
          <li key={person.id}>
            {club.card.archived || outside ? (
              <Face person={person} />
            ) : (
              <Link to={`/clubs/thank/${club.card.groupId}?to=${person.id}`} className="face">
                <Face person={person} />
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Face({ person }: { person: { name: string } }) {
  return (
    <>
      <Avatar name={person.name} />
      <span>{person.name}</span>
    </>
  )
}
