import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useRead } from '@/api/useRead'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { Card } from '@/design/Card'
import { FieldError } from '@/design/Field'
import { EmptyState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { State } from '@/design/State'
import { daysAgo } from '@/i18n/dates'
import { IssuerDeskDocument } from '../documents'
import { DecideAwardRequest, EndGroupAwarding, IssuerPlacesDocument, LetGroupAward } from './documents'

/** In which schools, classes and clubs the issuer's badges may be awarded, and who asks. */
export default function PlacesScreen({ id }: { id: string }) {
  const { t } = useLingui()
  const { data } = useRead(IssuerPlacesDocument, { id })
  const manages = useRead(IssuerDeskDocument, { id }).data?.issuerDesk?.manages ?? false
  const [problem, setProblem] = useState<string>()
  const [decide, deciding] = useSend(DecideAwardRequest)
  const [let_, letting] = useSend(LetGroupAward)
  const [end, ending] = useSend(EndGroupAwarding)
  const found = data?.issuerPlaces

  async function heard(sending: Promise<{ outcome: string; problems?: readonly { message: string }[] }>) {
    const sent = await sending
    setProblem(sent.outcome === 'done' ? undefined : sent.problems?.[0]?.message)
  }

  return (
    <Screen title={t`Where its badges are awarded`} back={`/issuers/${id}`}>
      {!found && <Skeleton rows={3} />}
      <FieldError message={problem} />
      {found?.requests.map(request => (
        <Card key={request.id} as="article" tone="review" labelledBy={`asks-${request.id}`}>
          <h2 id={`asks-${request.id}`}>{request.groupName}</h2>
          <p className="quiet">
            {request.kindLabel} · <Trans>asked {daysAgo(request.askedAt)}</Trans>
          </p>
          {request.note && <p className="issuer-answer">{request.note}</p>}
          {manages && (
            <div className="row">
              <Button
                busy={deciding}
                onClick={() =>
                  void heard(decide({ issuerId: id, awardRequestId: request.id, granted: true }))
                }
              >
                <Trans>May award</Trans>
              </Button>
              <Button
                look="quiet"
                busy={deciding}
                onClick={() =>
                  void heard(decide({ issuerId: id, awardRequestId: request.id, granted: false }))
                }
              >
                <Trans>Not now</Trans>
              </Button>
            </div>
          )}
        </Card>
      ))}
      {found?.places.length === 0 && found.requests.length === 0 && (
        <EmptyState title={<Trans>Nowhere yet</Trans>}>
          <Trans>A school, class or club can ask you; the question then stands here.</Trans>
        </EmptyState>
      )}
      {found && found.places.length > 0 && (
        <>
          <p className="quiet">
            <Trans>
              Whoever leads these groups may award your badges there. A class may what its school may.
            </Trans>
          </p>
          <ul className="card list">
            {found.places.map(place => (
              <li key={place.id} className="list-row">
                <span className="grow">
                  {place.name} <span className="quiet">{place.kindLabel}</span>
                  <br />
                  <State state={place.allowed ? 'done' : 'open'}>
                    {place.allowed ? <Trans>may award</Trans> : <Trans>may not award</Trans>}
                  </State>
                </span>
                {manages && (
                  <Button
                    look="plain"
                    busy={letting || ending}
                    aria-label={place.allowed ? t`End: ${place.name}` : t`Allow: ${place.name}`}
                    onClick={() =>
                      void heard(
                        place.allowed
                          ? end({ issuerId: id, groupId: place.id })
                          : let_({ issuerId: id, groupId: place.id }),
                      )
                    }
                  >
                    {place.allowed ? <Trans>End</Trans> : <Trans>Allow</Trans>}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </Screen>
  )
}
