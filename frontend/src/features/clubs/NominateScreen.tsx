import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { EmptyState } from '@/design/Notices'
import { Sheet } from '@/design/Sheet'
import { useToast } from '@/design/Toast'
import type { Person } from './club'
import { FacePicker } from './FacePicker'
import { type Around, PeopleFrame } from './PeopleFrame'
import { Reasons } from './Reasons'

/** A face, a badge, a reason: the leader looks at it when enough people say the same. */
export default function NominateScreen({ groupId }: { groupId: string | undefined }) {
  const { t } = useLingui()
  return (
    <PeopleFrame title={t`Nominate for a badge`} groupId={groupId} placeOf={id => `/clubs/nominate/${id}`}>
      {around => <Whom {...around} />}
    </PeopleFrame>
  )
}

function Whom({ club, people }: Around) {
  const { t } = useLingui()
  const say = useToast()
  const [person, setPerson] = useState<Person | null>(null)
  const [badgeId, setBadgeId] = useState<string | null>(null)
  const badges = club.badges.filter(one => !one.archived && one.nominationsNeeded !== null)
  // Where there is only one to choose, nobody is asked to choose.
  const badge = badges.length === 1 ? badges[0] : badges.find(({ achievement }) => achievement.id === badgeId)
  const close = () => {
    setPerson(null)
    setBadgeId(null)
  }
  if (badges.length === 0)
    return (
      <EmptyState title={<Trans>No badge can be nominated for yet</Trans>}>
        <Trans>
          The leader decides for which badges members nominate. You can say thank you at any time.
        </Trans>
      </EmptyState>
    )
  return (
    <>
      <p>
        <Trans>Who has earned one? Only the leader sees who nominates, and why.</Trans>
      </p>
      <FacePicker people={people} onPick={setPerson} />
      <Sheet
        title={badge && person ? `${person.name}: ${badge.achievement.name}` : person?.name}
        open={person !== null}
        onClose={close}
      >
        {person && badge ? (
          <Reasons
            groupId={club.card.groupId}
            userId={person.id}
            badge={badge}
            onSent={() => {
              close()
              say({ text: t`Sent. The leader looks at it.` })
            }}
          />
        ) : (
          <>
            <p>
              <Trans>For which badge?</Trans>
            </p>
            <div className="medals">
              {badges.map(({ achievement }) => (
                <button
                  key={achievement.id}
                  type="button"
                  className="club-medal medal"
                  onClick={() => setBadgeId(achievement.id)}
                >
                  <img src={achievement.art.svgUrl} alt="" width={88} height={88} />
                  <span>{achievement.name}</span>
                </button>
              ))}
            </div>
          </>
        )}
      </Sheet>
    </>
  )
}
