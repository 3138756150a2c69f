import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { useRead } from '@/api/useRead'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { FieldError, Select } from '@/design/Field'
import { DeskPlaces, OpenDesk } from './documents'

/** Lets learners apply for one more badge: those of a class, or everybody at an issuer's. */
export function NewDesk({ taken }: { taken: readonly { badgeName: string; placeName: string }[] }) {
  const { data } = useRead(DeskPlaces)
  const [placeId, setPlace] = useState('')
  const [chosen, setChosen] = useState('')
  const [problem, setProblem] = useState<string>()
  const [openDesk, opening] = useSend(OpenDesk)
  const places = data?.offerPlaces.filter(({ achievements }) => achievements.length > 0) ?? []
  const place = places.find(({ id }) => id === placeId) ?? places[0]
  if (!place) return null
  const free = place.achievements.filter(
    ({ name }) => !taken.some(desk => desk.badgeName === name && desk.placeName === place.name),
  )
  const badge = free.find(({ id }) => id === chosen) ?? free[0]

  async function add(): Promise<void> {
    if (!place || !badge) return
    const sent = await openDesk({ placeId: place.id, achievementId: badge.id })
    setProblem('problems' in sent ? sent.problems[0]?.message : undefined)
  }

  return (
    <section className="card stack" aria-labelledby="new-desk">
      <h2 id="new-desk">
        <Trans>Take applications for one more badge</Trans>
      </h2>
      {places.length > 1 && (
        <Select
          label={<Trans>Who assesses</Trans>}
          value={place.id}
          onChange={event => setPlace(event.target.value)}
        >
          {places.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
      {badge && (
        <>
          <Select
            label={<Trans>Badge</Trans>}
            value={badge.id}
            onChange={event => setChosen(event.target.value)}
          >
            {free.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
          <Button look="quiet" busy={opening} onClick={() => void add()}>
            <Trans>Take applications</Trans>
          </Button>
        </>
      )}
      <FieldError message={problem} />
    </section>
  )
}
