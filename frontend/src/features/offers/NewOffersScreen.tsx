import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useRead } from '@/api/useRead'
import { Segmented } from '@/design/Choice'
import { Select } from '@/design/Field'
import { EmptyState, ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { OfferPlaces } from './documents'
import { LetterForm } from './LetterForm'
import { ListForm } from './ListForm'
import { SlipsForm } from './SlipsForm'
import type { List, Read } from './sendList'

/** First what and to whom, looked at; then the letter. Nothing leaves before the last button, nor ten minutes after. */
export default function NewOffersScreen() {
  const { t } = useLingui()
  const { data, loading, failed, reload } = useRead(OfferPlaces)
  const places = data?.offerPlaces.filter(place => place.achievements.length > 0) ?? []
  const [placeId, setPlace] = useState('')
  const [achievementId, setBadge] = useState('')
  const [list, setList] = useState<{ list: List; read: Read } | null>(null)
  const [way, setWay] = useState<'letters' | 'slips'>('letters')
  const place = places.find(({ id }) => id === placeId) ?? places[0]
  const badge = place?.achievements.find(({ id }) => id === achievementId) ?? place?.achievements[0]
  const to = place && badge && { placeId: place.id, placeKind: place.kind, achievementId: badge.id }
  return (
    <Screen title={t`Offer a badge`} back="/offers">
      {loading && <Skeleton rows={3} />}
      {failed && (
        <ErrorState title={<Trans>The lists could not be read</Trans>} onRetry={reload}>
          <Trans>Nothing is lost. Look again in a moment.</Trans>
        </ErrorState>
      )}
      {data && !to && (
        <EmptyState title={<Trans>There is no badge to offer</Trans>}>
          <Trans>First an issuer, or a club that somebody vouches for, needs a published badge.</Trans>
        </EmptyState>
      )}
      {place && badge && to && (
        <>
          <section className="card stack">
            {places.length > 1 && (
              <Select
                label={<Trans>In whose name</Trans>}
                value={place.id}
                onChange={event => {
                  setPlace(event.target.value)
                  setList(null)
                }}
              >
                {places.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Select>
            )}
            <Select
              label={<Trans>Badge</Trans>}
              value={badge.id}
              onChange={event => {
                setBadge(event.target.value)
                setList(null)
              }}
            >
              {place.achievements.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </section>
          <Segmented
            legend={t`How they get it`}
            value={way}
            onChange={setWay}
            options={[
              { value: 'letters', label: t`By e-mail` },
              { value: 'slips', label: t`On paper` },
            ]}
          />
          {way === 'slips' && <SlipsForm key={badge.id} placeId={place.id} badge={badge} />}
          {way === 'letters' && (
            <ListForm to={to} scale={badge.resultScale} read={list?.read ?? null} onRead={setList} />
          )}
          {way === 'letters' && list && list.read.ready > 0 && (
            <LetterForm to={to} list={list.list} people={list.read.ready} badge={badge.name} />
          )}
        </>
      )}
    </Screen>
  )
}
