import { Trans, useLingui } from '@lingui/react/macro'
import { Redirect } from 'wouter'
import { useRead } from '@/api/useRead'
import { ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { keptClub } from '../clubPlace'
import { LedClubs } from '../documents'
import { NoClub } from './NoClub'

/** The home of a club leader is the screen where badges are given, in the club of last time. */
export function HomeScreen() {
  const { t } = useLingui()
  const { data, loading, failed, reload } = useRead(LedClubs)
  const led = (data?.myClubs ?? []).filter(club => club.role === 'leader' && !club.archived)
  const kept = keptClub()
  const club = led.find(({ groupId }) => groupId === kept) ?? led[0]
  if (club) return <Redirect to={`/lead/${club.groupId}`} replace />
  return (
    <Screen title={t`Clubs`}>
      {loading && <Skeleton rows={4} />}
      {failed && (
        <ErrorState title={<Trans>Your clubs could not be loaded</Trans>} onRetry={reload}>
          <Trans>Everything is safe. Check the network and try again.</Trans>
        </ErrorState>
      )}
      {data && <NoClub />}
    </Screen>
  )
}
