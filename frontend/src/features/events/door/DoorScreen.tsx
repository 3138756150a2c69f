import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { ScanLine } from 'lucide-react'
import { useState } from 'react'
import { useRead } from '@/api/useRead'
import { Button } from '@/design/Button'
import { EmptyState, ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { LiveDot } from '@/live/LiveDot'
import { DoorHead } from './DoorHead'
import { DoorScreenDocument } from './documents'
import { LateClaims } from './LateClaims'
import { PeopleList } from './PeopleList'
import { ScanSheet } from './ScanSheet'
import { useTicks } from './useTicks'

/** The list at the door: one tap each, or all at once; it works without a network too. */
export default function DoorScreen({ eventId }: { eventId: string }) {
  const { t } = useLingui()
  const { data, loading, failed, reload } = useRead(DoorScreenDocument, { eventId })
  const screen = data?.checkInScreen
  const ticks = useTicks(eventId, screen)
  const [scanning, setScanning] = useState(false)
  const missing = (screen?.people ?? []).filter(({ id, here }) => !ticks.isHere(id, here))
  const mayTick = screen && !screen.event.cancelled
  const action = mayTick && (
    <>
      <Button look="quiet" onClick={() => setScanning(true)}>
        <ScanLine aria-hidden="true" size={20} />
        <Trans>Scan</Trans>
      </Button>
      {missing.length > 0 && (
        <Button onClick={() => void ticks.tickAll(missing.map(({ id }) => id))}>
          <Plural value={missing.length} one="All present (#)" other="All present (#)" />
        </Button>
      )}
    </>
  )
  return (
    <Screen
      title={screen?.event.title ?? t`Who is here`}
      back={`/events/${eventId}`}
      aside={<LiveDot />}
      action={action}
    >
      {loading && <Skeleton rows={6} />}
      {(failed || data?.checkInScreen === null) && (
        <ErrorState title={<Trans>The list could not be opened</Trans>} onRetry={reload}>
          <Trans>Open it once with a network; after that it works without one.</Trans>
        </ErrorState>
      )}
      {screen && (
        <>
          <DoorHead
            screen={screen}
            here={screen.people.length - missing.length}
            projectorUrl={data?.event?.projectorUrl ?? ''}
            codesWaiting={ticks.codesWaiting}
          />
          <LateClaims claims={screen.lateClaims} />
          {screen.people.length === 0 ? (
            <EmptyState title={<Trans>Nobody is on the list yet</Trans>}>
              <Trans>
                Whoever signs up or checks in appears here by itself. Show the code on the screen, or scan
                people's own codes.
              </Trans>
            </EmptyState>
          ) : (
            <PeopleList people={screen.people} ticks={ticks} />
          )}
          <ScanSheet
            eventId={eventId}
            closesAt={screen.closesAt}
            open={scanning}
            onClose={() => setScanning(false)}
          />
        </>
      )}
    </Screen>
  )
}
