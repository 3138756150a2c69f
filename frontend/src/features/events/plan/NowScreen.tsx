import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { ResultOf } from '@/api/graphql'
import type { Problem } from '@/api/problems'
import { useRead } from '@/api/useRead'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { Segmented } from '@/design/Choice'
import { Field, FieldError } from '@/design/Field'
import { EmptyState, ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { dayAndMonth } from '@/i18n/dates'
import { EventFormDocument, MyEvents, PlanEvent } from '../documents'
import { chosenGroup, keepGroup, planningGroups } from '../event'
import { BadgePicker } from './BadgePicker'
import { GroupChips } from './GroupChips'

const LENGTHS = ['45', '90', '180'] as const

/** A meeting that begins this minute: everything is filled in, one tap opens the list at the door. */
export default function NowScreen({ groupId }: { groupId: string | undefined }) {
  const { t } = useLingui()
  const { data, loading } = useRead(MyEvents)
  const groups = planningGroups(data?.me?.groups)
  const group = chosenGroup(groups, groupId)
  const chips = <GroupChips groups={groups} chosen={group?.id} placeOf={id => `/events/now/${id}`} />
  if (group) return <Offered key={group.id} groupId={group.id} chips={chips} />
  return (
    <Screen title={t`Meeting now`} back="/events">
      {loading ? (
        <Skeleton />
      ) : (
        <EmptyState title={<Trans>You lead no group yet</Trans>}>
          <Trans>Events are planned by those who teach a class or lead a club.</Trans>
        </EmptyState>
      )}
    </Screen>
  )
}

type Form = ResultOf<typeof EventFormDocument>

function Offered({ groupId, chips }: { groupId: string; chips: React.ReactNode }) {
  const { t } = useLingui()
  const { data, loading, failed, reload } = useRead(EventFormDocument, { groupId })
  if (data?.eventForm) return <StartForm form={data} offer={data.eventForm} chips={chips} />
  return (
    <Screen title={t`Meeting now`} back="/events">
      {chips}
      {loading && <Skeleton rows={3} />}
      {(failed || data) && (
        <ErrorState title={<Trans>The form could not be opened</Trans>} onRetry={reload}>
          <Trans>Check the network and try again.</Trans>
        </ErrorState>
      )}
    </Screen>
  )
}

const PLACE = 'kotylion.event-badge.'

/** The badge of last time on this phone, else of the group's last event that had one; none before the first. */
function lastBadge(form: Form, groupId: string): string {
  const kept = localStorage.getItem(PLACE + groupId)
  const before = form.past?.items.find(({ badge }) => badge)?.badge?.id
  const offered = form.eventForm?.badges.map(({ id }) => id) ?? []
  return [kept, before].find(id => id === '' || (id && offered.includes(id))) ?? offered[0] ?? ''
}

type StartFormProps = { form: Form; offer: NonNullable<Form['eventForm']>; chips: React.ReactNode }

function StartForm({ form, offer, chips }: StartFormProps) {
  const { groupId, groupName, badges } = offer
  const { t } = useLingui()
  const [, go] = useLocation()
  const [title, setTitle] = useState(() => t`Meeting on ${dayAndMonth(new Date())}`)
  const [minutes, setMinutes] = useState<(typeof LENGTHS)[number]>('45')
  const [achievementId, setAchievementId] = useState(() => lastBadge(form, groupId))
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [plan, busy] = useSend(PlanEvent)
  const badge = badges.find(({ id }) => id === achievementId)

  async function start(): Promise<void> {
    // On the minute: a second tap after a lost answer asks for the very same meeting.
    const from = Math.floor(Date.now() / 60_000) * 60_000
    const sent = await plan({
      groupId,
      event: {
        title: title.trim(),
        kind: 'meeting',
        startsAt: new Date(from).toISOString(),
        endsAt: new Date(from + Number(minutes) * 60_000).toISOString(),
        visibility: 'group',
        signUp: 'none',
        achievementId: achievementId || null,
        badgeCount: 1,
      },
    })
    if (sent.outcome === 'done') {
      localStorage.setItem(PLACE + groupId, achievementId)
      keepGroup(groupId)
      go(`/events/${sent.payload.event?.card.id ?? ''}/door`, { replace: true })
    } else if (sent.outcome !== 'saved') setProblems(sent.problems)
  }

  return (
    <Screen
      title={t`Meeting now: ${groupName}`}
      back="/events"
      action={
        <Button busy={busy} onClick={() => void start()}>
          {badge ? <Trans>Begin, with “{badge.name}”</Trans> : <Trans>Begin</Trans>}
        </Button>
      }
    >
      {chips}
      <FieldError message={problems[0]?.message} />
      <BadgePicker
        legend={<Trans>Badge for everybody who is ticked</Trans>}
        badges={badges}
        value={achievementId}
        onChange={setAchievementId}
      />
      <Segmented
        legend={<Trans>How long</Trans>}
        value={minutes}
        onChange={setMinutes}
        options={[
          { value: '45', label: <Trans>45 min</Trans> },
          { value: '90', label: <Trans>90 min</Trans> },
          { value: '180', label: <Trans>3 hours</Trans> },
        ]}
      />
      <Field
        label={t`Title`}
        value={title}
        maxLength={120}
        onChange={event => setTitle(event.target.value)}
      />
    </Screen>
  )
}
