import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Problem } from '@/api/problems'
import { useRead } from '@/api/useRead'
import { useSend } from '@/api/useSend'
import { Button } from '@/design/Button'
import { EmptyState, ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { useToast } from '@/design/Toast'
import { EventFormDocument, MyEvents, PlanEvent } from '../documents'
import { chosenGroup, keepGroup, planningGroups } from '../event'
import { type Draft, emptyDraft, type FormOffer, inputOf } from './draft'
import { GroupChips } from './GroupChips'
import { PlanFields } from './PlanFields'

/** A new event of a class or club. */
export default function PlanScreen({ groupId }: { groupId: string | undefined }) {
  const { t } = useLingui()
  const { data, loading } = useRead(MyEvents)
  const groups = planningGroups(data?.me?.groups)
  const group = chosenGroup(groups, groupId)
  const chips = <GroupChips groups={groups} chosen={group?.id} placeOf={id => `/events/new/${id}`} />
  if (group) return <Offered key={group.id} groupId={group.id} chips={chips} />
  return (
    <Screen title={t`Plan an event`} back="/events">
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

function Offered({ groupId, chips }: { groupId: string; chips: React.ReactNode }) {
  const { t } = useLingui()
  const { data, loading, failed, reload } = useRead(EventFormDocument, { groupId })
  if (data?.eventForm) return <PlanForm offer={data.eventForm} chips={chips} />
  return (
    <Screen title={t`Plan an event`} back="/events">
      {chips}
      {loading && <Skeleton rows={4} />}
      {(failed || data) && (
        <ErrorState title={<Trans>The form could not be opened</Trans>} onRetry={reload}>
          <Trans>Check the network and try again.</Trans>
        </ErrorState>
      )}
    </Screen>
  )
}

function PlanForm({ offer, chips }: { offer: FormOffer; chips: React.ReactNode }) {
  const { t } = useLingui()
  const [, go] = useLocation()
  const say = useToast()
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(new Date(), offer))
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [plan, busy] = useSend(PlanEvent)

  async function save(): Promise<void> {
    const sent = await plan({ groupId: offer.groupId, event: inputOf(draft) })
    if (sent.outcome === 'done') {
      keepGroup(offer.groupId)
      say({ text: t`Planned. The group sees it now.` })
      go(`/events/${sent.payload.event?.card.id ?? ''}`, { replace: true })
    } else if (sent.outcome !== 'saved') {
      setProblems(sent.problems)
      document.getElementById('content')?.scrollIntoView()
    }
  }

  return (
    <Screen
      title={t`Plan an event`}
      back="/events"
      action={
        <Button busy={busy} onClick={() => void save()}>
          <Trans>Plan it</Trans>
        </Button>
      }
    >
      {chips}
      <PlanFields
        draft={draft}
        offer={offer}
        problems={problems}
        change={changes => setDraft(now => ({ ...now, ...changes }))}
        series
      />
    </Screen>
  )
}
