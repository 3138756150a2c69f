import { Trans, useLingui } from '@lingui/react/macro'
import { Plus, Shuffle, X } from 'lucide-react'
import { useState } from 'react'
import { Avatar } from '@/design/Avatar'
import { Button } from '@/design/Button'
import { Chip, Chips } from '@/design/Chips'
import { IconButton } from '@/design/IconButton'
import type { Board } from './board'
import { dealt, membersOf, type Places, shuffled, type TeamDraft } from './setUp'

type PeopleInTeamsProps = {
  people: Board['people']
  teams: readonly TeamDraft[]
  places: Places
  onTeams: (teams: readonly TeamDraft[]) => void
  onPlaces: (places: Places) => void
}

/** Choose a team, then tap its people; or deal everybody at once. */
export function PeopleInTeams({ people, teams, places, onTeams, onPlaces }: PeopleInTeamsProps) {
  const { t } = useLingui()
  const [asked, setAsked] = useState('')
  const chosen = teams.find(({ key }) => key === asked) ?? teams[0]
  const nameOf = (key: string | undefined) => teams.find(team => team.key === key)?.name

  function toggle(person: string): void {
    if (!chosen) return
    const next = new Map(places)
    if (places.get(person) === chosen.key) next.delete(person)
    else next.set(person, chosen.key)
    onPlaces(next)
  }

  function drop(key: string): void {
    onTeams(teams.filter(team => team.key !== key))
    onPlaces(new Map([...places].filter(([, team]) => team !== key)))
  }

  return (
    <section className="stack" aria-labelledby="teams">
      <h2 id="teams">
        <Trans>Teams</Trans>
      </h2>
      <ul className="stack stack-tight">
        {teams.map(({ key, name }, position) => (
          <li key={key} className="team-line">
            <input
              className="input"
              value={name}
              maxLength={60}
              aria-label={t`Name of team ${position + 1}`}
              onChange={event =>
                onTeams(teams.map(team => (team.key === key ? { ...team, name: event.target.value } : team)))
              }
            />
            <IconButton icon={X} label={t`Remove team ${name}`} onClick={() => drop(key)} />
          </li>
        ))}
      </ul>
      <div className="row">
        <Button
          look="quiet"
          onClick={() =>
            onTeams([...teams, { key: crypto.randomUUID(), id: null, name: t`Team ${teams.length + 1}` }])
          }
        >
          <Plus aria-hidden="true" size={20} />
          <Trans>One more team</Trans>
        </Button>
        <Button
          look="quiet"
          onClick={() => onPlaces(dealt(shuffled(people.map(({ id }) => id)), teams))}
          disabled={teams.length === 0 || people.length === 0}
        >
          <Shuffle aria-hidden="true" size={20} />
          <Trans>Deal everybody</Trans>
        </Button>
      </div>
      <Chips label={t`Whom do you put where`}>
        {teams.map(({ key, name }) => (
          <Chip key={key} pressed={key === chosen?.key} onPress={() => setAsked(key)}>
            {name} ({membersOf(places, key).length})
          </Chip>
        ))}
      </Chips>
      <ul className="door-list">
        {people.map(({ id, name }) => (
          <li key={id}>
            <button
              type="button"
              className="door-row"
              aria-pressed={places.get(id) === chosen?.key && chosen !== undefined}
              onClick={() => toggle(id)}
            >
              <Avatar name={name} />
              <span className="grow">
                <strong>{name}</strong>
                <span className="quiet">{nameOf(places.get(id)) ?? <Trans>no team yet</Trans>}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
