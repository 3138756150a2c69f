import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Problem } from '@/api/problems'
import { useRead } from '@/api/useRead'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { Segmented } from '@/design/Choice'
import { ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { useToast } from '@/design/Toast'
import { ChangeEvent, EventFormDocument, EventToChange } from '../documents'
import { type Draft, draftOf, type FormOffer, inputOf } from './draft'
import { PlanFields } from './PlanFields'

/** This meeting with another time, place or words; people who signed up are told. */
export default function ChangeScreen({ eventId }: { eventId: string }) {
  const { t } = useLingui()
  const { data, loading } = useRead(EventToChange, { id: eventId })
  const event = data?.event
  if (event?.values && event.card.groupId)
    return (
      <Offered
        eventId={eventId}
        groupId={event.card.groupId}
        later={event.seriesDates.filter(day => Date.parse(day) > Date.parse(event.card.startsAt)).length}
      >
        {offer => event.values && draftOf(event.values, event.card, offer)}
      </Offered>
    )
  return (
    <Screen title={t`Change the event`} back={`/events/${eventId}`}>
      {loading ? <Skeleton rows={4} /> : <CannotChange />}
    </Screen>
  )
}

function CannotChange({ onRetry }: { onRetry?: () => void }) {
  return (
    <ErrorState title={<Trans>This event cannot be changed here</Trans>} {...(onRetry && { onRetry })}>
      <Trans>Either the network is away, or somebody else leads it.</Trans>
    </ErrorState>
  )
}

type OfferedProps = {
  eventId: string
  groupId: string
  /** Meetings of its series after it. */
  later: number
  children: (offer: FormOffer) => Draft | null
}

function Offered({ eventId, groupId, later, children }: OfferedProps) {
  const { t } = useLingui()
  const { data, loading, reload } = useRead(EventFormDocument, { groupId })
  const first = data?.eventForm && children(data.eventForm)
  if (data?.eventForm && first)
    return <ChangeForm eventId={eventId} offer={data.eventForm} first={first} later={later} />
  return (
    <Screen title={t`Change the event`} back={`/events/${eventId}`}>
      {loading ? <Skeleton rows={4} /> : <CannotChange onRetry={reload} />}
    </Screen>
  )
}

function ChangeForm(props: { eventId: string; offer: FormOffer; first: Draft; later: number }) {
  const { eventId, offer, later } = props
  const { t } = useLingui()
  const [, go] = useLocation()
  const say = useToast()
  const [draft, setDraft] = useState(props.first)
  const [meetings, setMeetings] = useState<'one' | 'following'>('one')
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [change, busy] = useSend(ChangeEvent)

  async function save(): Promise<void> {
    const sent = await change({ eventId, event: inputOf(draft), following: meetings === 'following' })
    if (sent.outcome === 'done') {
      say({ text: t`Changed. Everybody who signed up is told.` })
      go(`/events/${eventId}`, { replace: true })
    } else if (sent.outcome !== 'saved') {
      setProblems(sent.problems)
      document.getElementById('content')?.scrollIntoView()
    }
  }

  return (
    <Screen
      title={t`Change the event`}
      back={`/events/${eventId}`}
      action={
        <Button busy={busy} onClick={() => void save()}>
          <Trans>Save the changes</Trans>
        </Button>
      }
    >
      {later > 0 && (
        <>
          <Segmented
            legend={<Trans>Which meetings</Trans>}
            value={meetings}
            onChange={setMeetings}
            options={[
              { value: 'one', label: <Trans>This one</Trans> },
              { value: 'following', label: <Trans>This and the following</Trans> },
            ]}
          />
          {meetings === 'following' && (
            <p className="quiet">
              <Plural
                value={later}
                one="# later meeting takes over what you change here. An hour or a place that it was given by itself stays."
                other="# later meetings take over what you change here. An hour or a place that one of them was given by itself stays."
              />
            </p>
          )}
        </>
      )}
      <PlanFields
        draft={draft}
        offer={offer}
        problems={problems}
        change={changes => setDraft(now => ({ ...now, ...changes }))}
        series={false}
      />
    </Screen>
  )
}
