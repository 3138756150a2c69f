import { Trans, useLingui } from '@lingui/react/macro'
import { HandHeart, Sparkles } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useSearch } from 'wouter'
import { useRead } from '@/api/useRead'
import { ButtonLink } from '@/design/Button'
import { Medal } from '@/design/Medal'
import { ErrorState, Skeleton } from '@/design/Notices'
import { Screen } from '@/design/Screen'
import { LiveDot } from '@/live/LiveDot'
import { ReportSheet } from '@/report/ReportSheet'
import { AboutClub } from './AboutClub'
import { BadgeSheet } from './BadgeSheet'
import { ClubEvents } from './ClubEvents'
import { ClubFeed } from './ClubFeed'
import { type Club, isIn, keepClub } from './club'
import { ClubScreenDocument } from './documents'
import { Faces } from './Faces'
import { LeaveAndReport } from './LeaveAndReport'
import { MyThanks } from './MyThanks'

/** The club as its members see it: what comes, who is in it, its badges, what was good lately. */
export default function ClubScreen({ groupId }: { groupId: string }) {
  const { t } = useLingui()
  const { data, loading, failed, reload } = useRead(ClubScreenDocument, { groupId })
  const club = data?.club
  const alive = club && !club.card.archived && isIn(club.card)
  // The public page of a club leads here to report it, members or not.
  const [reporting, setReporting] = useState(new URLSearchParams(useSearch()).get('report') === '1')
  useEffect(() => {
    if (alive) keepClub(groupId)
  }, [alive, groupId])
  const action = alive && (
    <>
      <ButtonLink to={`/clubs/nominate/${groupId}`} look="quiet">
        <Sparkles aria-hidden="true" size={20} />
        <Trans>Nominate</Trans>
      </ButtonLink>
      <ButtonLink to={`/clubs/thank/${groupId}`}>
        <HandHeart aria-hidden="true" size={20} />
        <Trans>Say thank you</Trans>
      </ButtonLink>
    </>
  )
  return (
    <Screen title={club?.card.name ?? t`Club`} back="/clubs" aside={<LiveDot />} action={action}>
      {loading && <Skeleton rows={4} />}
      {(failed || data?.club === null) && (
        <ErrorState title={<Trans>This club could not be opened</Trans>} onRetry={reload}>
          <Trans>Either the network is away, or you are not in this club.</Trans>
        </ErrorState>
      )}
      {club && <Content club={club} me={data?.me?.id} />}
      {reporting && <ReportSheet kind="clubs.Club" objectId={groupId} onClose={() => setReporting(false)} />}
    </Screen>
  )
}

function Content({ club, me }: { club: Club; me: string | undefined }) {
  return (
    <>
      <AboutClub club={club} />
      <MyThanks thanks={club.myThanks} />
      <ClubEvents club={club} />
      <Badges club={club} />
      <Faces club={club} me={me} />
      <ClubFeed lines={club.feed} />
      <LeaveAndReport club={club} />
    </>
  )
}

function Badges({ club }: { club: Club }) {
  const [shown, setShown] = useState<string | null>(null)
  const badges = club.badges.filter(({ archived }) => !archived)
  if (badges.length === 0) return null
  return (
    <section className="stack stack-tight" aria-labelledby="club-badges">
      <h2 id="club-badges">
        <Trans>Badges of the club</Trans>
      </h2>
      <div className="medals">
        {badges.map(({ achievement, trust }) => (
          <button
            key={achievement.id}
            type="button"
            className="club-medal"
            onClick={() => setShown(achievement.id)}
          >
            <Medal art={achievement.art.svgUrl} alt="" name={achievement.name} note={trust.label} />
          </button>
        ))}
      </div>
      <BadgeSheet achievementId={shown} onClose={() => setShown(null)} />
    </section>
  )
}
